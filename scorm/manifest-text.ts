import type { ManifestParts } from './manifest.ts';

/** A piece of XML that is already escaped. */
class Xml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function render(value: string | Xml | readonly Xml[]): string {
  if (value instanceof Xml) return value.text;
  if (typeof value !== 'string') return value.map((v) => v.text).join('\n');
  return value.replace(/[&<>"']/g, (c) => escapes[c] ?? c);
}

/**
 * Template for XML: text is escaped, pieces made by the same template are not. Two manifests of thirty lines do not
 * need an XML writer; what they need is that a title with an ampersand cannot break them.
 */
function xml(strings: TemplateStringsArray, ...values: (string | Xml | readonly Xml[])[]): Xml {
  return new Xml(strings.reduce((out, s, i) => out + render(values[i - 1] ?? '') + s));
}

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

/**
 * SCORM 2004 4th edition. `adlcp:scormType` has a capital T here. `completionSetByContent` and `objectiveSetByContent`
 * stop an LMS from taking silence for completion (SN 3.13). No objectives, no threshold: Moodle would demand 100 %.
 */
export function manifest2004({ ids, title, launch, content, control }: ManifestParts): string {
  return xml`<?xml version="1.0" encoding="UTF-8"?>
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
${content.map((f) => xml`      <file href="${f}"/>`)}
      <dependency identifierref="${ids.control}"/>
    </resource>
    <resource identifier="${ids.control}" type="webcontent" adlcp:scormType="asset">
${control.map((f) => xml`      <file href="${f}"/>`)}
    </resource>
  </resources>
</manifest>
`.text;
}
