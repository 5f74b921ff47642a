import type { ModuleInfo } from './types.ts';

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
