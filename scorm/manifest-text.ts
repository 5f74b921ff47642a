import { type Markup, markup } from '../src/markup/markup.ts';
import type { ManifestParts } from './manifest.ts';

const files = (paths: readonly string[]): Markup[] =>
  paths.map(
    (path) => markup`      <file href="${path}"/>
`,
  );

/**
 * SCORM 1.2. Element and prefix names are literal because Moodle reads them as text (`adlcp:scormtype`, lower case).
 * No `adlcp:masteryscore`: with one, an LMS replaces our completion rule with its own sum.
 */
export function manifest12({ ids, title, launch, content, control }: ManifestParts): string {
  return markup`<?xml version="1.0" encoding="UTF-8"?>
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
${files(content)}      <dependency identifierref="${ids.control}"/>
    </resource>
    <resource identifier="${ids.control}" type="webcontent" adlcp:scormtype="asset">
${files(control)}    </resource>
  </resources>
</manifest>
`.text;
}

/**
 * SCORM 2004 4th edition. `adlcp:scormType` has a capital T here. `completionSetByContent` and `objectiveSetByContent`
 * stop an LMS from taking silence for completion (SN 3.13). No objectives, no threshold: Moodle would demand 100 %.
 */
export function manifest2004({ ids, title, launch, content, control }: ManifestParts): string {
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${ids.manifest}" version="1.0"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="${ids.organization}">
    <organization identifier="${ids.organization}" adlseq:objectivesGlobalToSystem="false">
      <title>${title}</title>
      <item identifier="${ids.item}" identifierref="${ids.resource}" isvisible="true">
        <title>${title}</title>
        <imsss:sequencing>
          <imsss:deliveryControls tracked="true" completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${ids.resource}" type="webcontent" adlcp:scormType="sco" href="${launch}">
${files(content)}      <dependency identifierref="${ids.control}"/>
    </resource>
    <resource identifier="${ids.control}" type="webcontent" adlcp:scormType="asset">
${files(control)}    </resource>
  </resources>
</manifest>
`.text;
}
