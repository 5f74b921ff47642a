import { hasDirection, judge } from '../../src/quiz/judge.ts';
import type { Item } from '../../src/quiz/model.ts';
import { type Judged, nothing } from './detection.ts';

/**
 * An answer as the record writes it (`a,c`, `a.b,c.a`), in the compact form in which it is judged.
 * @param response a list of letters, or of pairs of thing and bin, of place and wording
 */
function compact(item: Item, response: string): string {
  const said = response.split(',');
  if (item.type !== 'classify' && item.type !== 'write')
    return (item.type === 'order' ? said : said.toSorted()).join('');
  const given = new Map(said.map((pair) => pair.split('.', 2) as [string, string]));
  const things =
    item.type === 'classify' ? item.items.map((i) => i.id) : item.places.map((_, i) => 'abcdefgh'[i] ?? '');
  return things.map((id) => given.get(id) ?? '').join('');
}

/**
 * What an answer adds to the rates: none where the errors of its item have no direction, or where it cannot be read. A
 * slip between two ways of going ahead, on what is fine, is an error on neither side.
 */
export function judgedOf(item: Item, response: string): Judged {
  const all = hasDirection(item) ? judge(item, compact(item, response)) : [];
  const count = (fine: boolean, verdict?: string) =>
    all.filter((j) => j.fine === fine && (verdict === undefined || j.verdict === verdict)).length;
  if (all.length === 0) return nothing;
  return {
    bad: count(false),
    through: count(false, 'through'),
    kind: count(false, 'kind'),
    fine: count(true),
    back: count(true, 'back'),
  };
}
