import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { schemaFolder } from '../control-files.ts';
import type { Standard } from '../types.ts';

/** The schemas by namespace. The metadata schema of 1.2 is left out: libxml2 refuses it as ambiguous. */
const schemas: Record<Standard, readonly (readonly [string, string])[]> = {
  scorm12: [
    ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
  ],
  scorm2004: [
    ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
    ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
  ],
};

const wrapper = (standard: Standard) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${schemas[standard]
    .map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`)
    .join('')}</xs:schema>`;

/** Validates a manifest against the standard's schemas; one sentence a fault. Never throws for a bad manifest. */
export function checkSchema(manifest: string, standard: Standard): string[] {
  xmlRegisterFsInputProviders();
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(manifest);
  } catch (error) {
    return [`imsmanifest.xml is not well-formed: ${line(error)}`];
  }
  const schema = XmlDocument.fromString(wrapper(standard), { url: `${schemaFolder(standard)}all.xsd` });
  const validator = XsdValidator.fromDoc(schema);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map((d) => `imsmanifest.xml, line ${d.line}: ${d.message.trim()}`);
  } finally {
    validator.dispose();
    schema.dispose();
    document.dispose();
  }
}

const line = (error: unknown) => (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, ' ');
