import type { Settings } from '../config/settings.ts';
import type { ModuleContent } from '../content/module.ts';
import { bare } from '../read/names.ts';

/** What an activity of the course is to this report. */
export interface Activity {
  readonly name: string;
  readonly route: 'induction' | 'refresher';
  /** null: told by the declarations. */
  readonly edition: string | null;
}

/**
 * The activity of a name: as the settings say, or by the module's title or policy in the name. null: another training.
 * @param only true where it is the only activity of its file, which then is taken for ours whatever its name.
 */
export function activityOf(name: string, settings: Settings, module: ModuleContent, only: boolean): Activity | null {
  const named = settings.activities.find((a) => bare(a.name) === bare(name));
  if (named) return { name, route: named.route, edition: named.edition ?? null };
  if (settings.activities.length > 0) return null;
  const plain = bare(name);
  const ours = only || plain.includes(bare(module.title)) || plain.includes(bare(module.policy));
  if (!ours) return null;
  const known = [module.edition, ...settings.editions.map((e) => e.id)];
  return {
    name,
    route: /refresher|renewal|update/i.test(name) ? 'refresher' : 'induction',
    edition: known.find((e) => name.includes(e)) ?? null,
  };
}
