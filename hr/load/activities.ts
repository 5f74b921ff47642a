import type { Settings } from '../config/settings.ts';
import { type ModuleContent, scoTitle } from '../content/module.ts';
import { bare } from '../read/names.ts';

/** What an activity of the course is to this report. */
export interface Activity {
  readonly route: string;
  /** null: told by the declarations. */
  readonly edition: string | null;
  /** part: its name only contains the module's title and the route's name. */
  readonly by: 'settings' | 'name' | 'part';
}

/** Activities of one file, sorted by what their names say. */
export interface Sorted<T> {
  readonly taken: readonly (T & Activity)[];
  /** Others have the module's title as their whole name; these only contain it. */
  readonly doubtful: readonly string[];
  /** They contain the module's title, and nothing says which route they are. */
  readonly unclear: readonly string[];
  readonly others: readonly string[];
}

/** Whether a text stands in a name as words of its own: 2026.1 does not stand in 2026.10. */
function standsIn(text: string, name: string): boolean {
  const plain = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}\\.)${plain}(?![\\p{L}\\p{N}]|\\.\\p{N})`, 'iu').test(name);
}

/** What looks like an edition, known or not. */
const editionLike = /(?<![\p{N}.])\d{4}\.\d{1,2}(?![\p{N}]|\.\d)/gu;

/** Editions that stand in a name, and those that look like one and are none that the module or the settings know. */
export function editionsIn(name: string, settings: Settings, module: ModuleContent) {
  const all = [...new Set([module.edition, ...settings.editions.map((e) => e.id)])];
  const known = all.filter((e) => standsIn(e, name));
  return { known, odd: (name.match(editionLike) ?? []).filter((e) => !all.includes(e)) };
}

/** The route whose name stands in a text; null where none does, or several. */
export function routeNamedIn(text: string, module: ModuleContent): string | null {
  const named = module.routes.filter((r) => standsIn(r.name, text) || standsIn(r.id, text));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/** Whether a name contains the module's title or its policy. */
export const containsTitle = (name: string, module: ModuleContent) =>
  [module.title, module.policy].some((t) => bare(t) !== '' && bare(name).includes(bare(t)));

/** What the settings say of a name: letter for letter first, then without case, spaces and punctuation. */
export const inSettings = (name: string, settings: Settings) =>
  settings.activities.find((a) => a.name === name) ??
  settings.activities.find((a) => bare(a.name) === bare(name)) ??
  null;

/** The route that has this title or name, whole. */
export const routeTitled = (name: string, module: ModuleContent) =>
  module.routes.find((r) => bare(scoTitle(module, r)) === bare(name))?.id ?? null;

/** By the whole name, its edition apart. The module's title alone is the first route (docs/hr.md, Once: set the activity up). */
function byName(name: string, module: ModuleContent, editions: readonly string[]): string | null {
  const rest = bare(editions.reduce((text, e) => text.replaceAll(e, ' '), name));
  for (const title of [module.title, module.policy]) {
    if (rest === bare(title)) return module.routes[0]?.id ?? null;
    const route = module.routes.find((r) => [r.name, r.id].some((n) => rest === bare(`${title} ${n}`)));
    if (route) return route.id;
  }
  return null;
}

function activityOf(name: string, settings: Settings, module: ModuleContent): Activity | 'unclear' | null {
  const named = inSettings(name, settings);
  if (named) return { route: named.route, edition: named.edition ?? null, by: 'settings' };
  if (settings.activities.length > 0) return null;
  const { known, odd } = editionsIn(name, settings, module);
  const edition = known.length === 1 ? (known[0] ?? null) : null;
  const exact = byName(name, module, [...known, ...odd]);
  if (exact !== null) return { route: exact, edition, by: 'name' };
  if (!containsTitle(name, module)) return null;
  const route = routeNamedIn(name, module);
  return route === null ? 'unclear' : { route, edition, by: 'part' };
}

/**
 * Which activities of a file are this training, as the settings say, or by their names: whole names before parts of
 * names. Nothing is guessed: what is not clear is left out, to be listed.
 */
export function sortActivities<T extends { readonly name: string }>(
  all: readonly T[],
  settings: Settings,
  module: ModuleContent,
): Sorted<T> {
  const found = all.map((a) => ({ ...a, is: activityOf(a.name, settings, module) }));
  const clear = found.flatMap(({ is, ...a }) =>
    is && is !== 'unclear' ? [{ ...a, ...is } as unknown as T & Activity] : [],
  );
  const whole = new Set(clear.filter((a) => a.by !== 'part').map((a) => a.route));
  const isDoubtful = (a: Activity) => a.by === 'part' && whole.has(a.route);
  return {
    taken: clear.filter((a) => !isDoubtful(a)),
    doubtful: clear.filter(isDoubtful).map((a) => a.name),
    unclear: found.filter((a) => a.is === 'unclear').map((a) => a.name),
    others: found.filter((a) => a.is === null).map((a) => a.name),
  };
}
