import { manifest12, manifest2004 } from './manifest-text.ts';
import type { ModuleInfo, Route, Standard } from './types.ts';

/** The names by which an LMS recognises a package again. */
export interface Identifiers {
  readonly manifest: string;
  readonly organization: string;
  readonly item: string;
  readonly resource: string;
  readonly control: string;
}

/**
 * Pinned for ever. When a newer zip replaces an older one in the same Moodle activity, the learners' results stay only
 * where the identifiers are the same; an identifier that has gone takes every learner's record with it. So they come
 * from the module's id and the route and from nothing else: no version, no date, no hash. A test holds the list.
 */
export function identifiers(module: Pick<ModuleInfo, 'id'>, route: string): Identifiers {
  const stem = `${module.id}_${route}`;
  return {
    manifest: stem,
    organization: `${stem}_org`,
    item: `${stem}_item`,
    resource: `${stem}_sco`,
    control: `${stem}_control`,
  };
}

/** What both manifests are made from. */
export interface ManifestParts {
  readonly ids: Identifiers;
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
