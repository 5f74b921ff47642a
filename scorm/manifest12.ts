import type { ManifestParts } from './manifest.ts';
import { xml } from './xml.ts';

/**
 * SCORM 1.2. Element and prefix names are literal because Moodle reads them as text (`adlcp:scormtype`, lower case).
 * No `adlcp:masteryscore`: with one, an LMS replaces our completion rule with its own sum.
 */
export function manifest12({ ids, title, launch, content, control }: ManifestParts): string {
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${ids.manifest}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="${ids.organization}">
    <organization identifier="${ids.organization}">
      <title>${title}</title>
      <item identifier="${ids.item}" identifierref="${ids.resource}" isvisible="true">
        <title>${title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${ids.resource}" type="webcontent" adlcp:scormtype="sco" href="${launch}">
${content.map((f) => xml`      <file href="${f}"/>`)}
      <dependency identifierref="${ids.control}"/>
    </resource>
    <resource identifier="${ids.control}" type="webcontent" adlcp:scormtype="asset">
${control.map((f) => xml`      <file href="${f}"/>`)}
    </resource>
  </resources>
</manifest>
`.text;
}
