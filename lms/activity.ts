import { type Standard, standards } from '../scorm/types.ts';

/** A route in a standard: what Moodle calls an activity. Its package may be replaced; attempts stay. */
export interface Activity {
  /** `induction-scorm12` */
  readonly key: string;
  readonly route: string;
  readonly standard: Standard;
}

/** How a standard is named to people. */
export const standardName: Record<Standard, string> = { scorm12: 'SCORM 1.2', scorm2004: 'SCORM 2004' };

/** The order in which a person meets the routes; others follow by name. */
const met = ['induction', 'refresher', 'followup'];

/** Sorts activities as a person meets them. */
export const byRoute = (a: Activity, b: Activity): number => {
  const place = ({ route }: Activity) => (met.includes(route) ? met.indexOf(route) : met.length);
  return place(a) - place(b) || a.key.localeCompare(b.key, 'en');
};

/** How a route is named to people. */
export const routeName = (route: string): string =>
  route === 'followup' ? 'Follow-up' : route.charAt(0).toUpperCase() + route.slice(1);

/** The activity of that key. Throws when the key names no standard. */
export function activityOf(key: string): Activity {
  const at = key.lastIndexOf('-');
  const standard = standards.find((s) => s === key.slice(at + 1));
  if (!standard) throw new Error(`"${key}" is no activity`);
  return { key, route: key.slice(0, at), standard };
}
