/** `scorm12`: SCORM 1.2, the package for Moodle. `scorm2004`: SCORM 2004 4th edition. */
export type Standard = 'scorm12' | 'scorm2004';

/** Both standards, in the order in which packages are built. */
export const standards: readonly Standard[] = ['scorm12', 'scorm2004'];

/** What a package needs to know of the module (from `src/content/module.yaml`). */
export interface ModuleInfo {
  /** Permanent short id, `[a-z][a-z0-9_]*`: the root of every identifier in the manifest. */
  readonly id: string;
  /** Beginning of the zip's name, `[a-z][a-z0-9-]*`. */
  readonly package: string;
  /** The title an LMS shows. */
  readonly title: string;
}

/** One route through the module: one document, one package per standard. */
export interface Route {
  /** `induction`, `refresher`: names the document, its data and the zip. */
  readonly id: string;
  /** What follows the module's title in the LMS: `induction`. */
  readonly title: string;
}

/** Path inside the package (forward slashes) → bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;
