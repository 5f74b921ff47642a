import { identifiers } from './identifiers.ts';
import { manifest12 } from './manifest12.ts';
import { manifest2004 } from './manifest2004.ts';
import type { ModuleInfo, Route, Standard } from './types.ts';

/** What both manifests are made from. */
export interface ManifestParts {
  readonly ids: ReturnType<typeof identifiers>;
  readonly title: string;
  /** The document an LMS opens. */
  readonly launch: string;
  /** Every file of the content, sorted. */
  readonly content: readonly string[];
  /** The schema files at the root, sorted. */
  readonly control: readonly string[];
}

/**
 * `imsmanifest.xml` (SCORM 1.2 CAM 2.3; SCORM 2004 4th ed. CAM 3). It holds no version and no date: the text stays
 * the same between text fixes, so that an LMS sees the same activity with newer files.
 */
export function manifest(
  standard: Standard,
  module: ModuleInfo,
  route: Route,
  content: readonly string[],
  control: readonly string[],
): string {
  const parts: ManifestParts = {
    ids: identifiers(module, route.id),
    title: `${module.title}: ${route.title}`,
    launch: `${route.id}.html`,
    content: [...content].sort(),
    control: [...control].sort(),
  };
  return standard === 'scorm12' ? manifest12(parts) : manifest2004(parts);
}
