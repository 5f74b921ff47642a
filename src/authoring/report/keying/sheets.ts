import { hash } from '../../../quiz/hash.ts';

/** Who reads the items without their keys: one sheet each. */
export const READERS = ['HR', 'Manager', 'Academic', 'Union representative', 'Professional services'];
/** Readers who have to agree before a key is more than provisional. */
export const ENOUGH = 4;

/** An item as the page knows it: nothing says what is right. */
export interface Asked {
  readonly id: string;
  readonly type: 'single' | 'multiple' | 'classify' | 'order' | 'spot' | 'write';
  /** Fingerprint of its text. A reading of another text does not count. */
  readonly of: string;
  /** Things to answer: parts to sort, steps, places; on a multiple choice, how many to choose. */
  readonly parts: number;
  /** Right answers, unreadable: `marked` of each. */
  readonly keys: readonly string[];
}

/** What a reader made of one item. */
export interface Reading {
  readonly of: string;
  /** Letters chosen; of things to sort and places one letter each, of steps the number of each by id; `-` where open. */
  readonly given: string;
  readonly note: string;
}

/** A reader's sheet. */
export interface Sheet {
  readonly reader: string;
  readonly read: Readonly<Record<string, Reading>>;
}

/** An answer as the page may hold it: the same for the same answer, and not to be read. */
export const marked = (id: string, answer: string): string => hash(`${id}/${answer}`).toString(36);

/** The answer to an item in the compact form of the engine; empty while it is not complete. */
export function answerOf({ type, parts }: Pick<Asked, 'type' | 'parts'>, given: string): string {
  if (given.includes('-')) return '';
  if (type === 'single') return given.length === 1 ? given : '';
  if (type === 'spot') return given;
  if (given.length !== parts) return '';
  if (type !== 'order') return given;
  const places = [...given].map((place, i) => ({ place, id: 'abcdefghij'.charAt(i) }));
  if (new Set(given).size !== parts) return '';
  return places
    .sort((a, b) => a.place.localeCompare(b.place))
    .map((p) => p.id)
    .join('');
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Reads a saved sheet. Never throws.
 * @param name of the file, for the sentence that says what is wrong
 * @param draft its reader may not have chosen a role yet
 * @returns the sheet, or the sentence
 */
export function parseSheet(name: string, text: string, module: string, draft = false): Sheet | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (!isRecord(value) || value['sheet'] !== 'keying' || !isRecord(value['read']))
    return `${name} is no sheet of this page. Choose a file that a reader has saved with “Save my sheet”.`;
  if (value['module'] !== module)
    return `${name} is a sheet of another module. Choose one that was saved on this module’s page.`;
  const { reader } = value;
  if (typeof reader !== 'string' || !(READERS.includes(reader) || draft))
    return `${name} does not say who read. Its reader opens it on the page, chooses a role and saves it again.`;
  const read: Record<string, Reading> = {};
  for (const [id, r] of Object.entries(value['read'])) {
    if (!isRecord(r) || typeof r['of'] !== 'string' || typeof r['given'] !== 'string') continue;
    read[id] = { of: r['of'], given: r['given'].slice(0, 20), note: typeof r['note'] === 'string' ? r['note'] : '' };
  }
  return { reader, read };
}

/** The text of a sheet to be saved. */
export const sheetText = (sheet: Sheet, module: string): string =>
  `${JSON.stringify({ sheet: 'keying', module, ...sheet }, null, 1)}\n`;

/**
 * How readers stand on an item. against: four or more agree on another answer than the key. split: they differ.
 * waiting: those who read it agree, and are fewer than four. unread. agreed: four or more agree with the key.
 */
export type Standing = 'against' | 'split' | 'waiting' | 'unread' | 'agreed';
const standings: readonly Standing[] = ['against', 'split', 'waiting', 'unread', 'agreed'];

/** Standings in words; all but the last leave a key provisional. */
export const said: Readonly<Record<Standing, string>> = {
  against: 'Provisional: the readers agree on another answer',
  split: 'Provisional: the readers differ',
  waiting: 'Provisional: fewer than four have read it',
  unread: 'Provisional: nobody has read it yet',
  agreed: 'Agreed',
};

/** An item with what all readers made of it. */
export interface Compared {
  readonly id: string;
  readonly standing: Standing;
  /** Readers who give the commonest answer. */
  readonly agree: number;
  readonly readings: readonly { readonly reader: string; readonly answer: string; readonly note: string }[];
}

/** Compares sheets, one a reader, disagreements first, else in the order of the items. */
export function compareSheets(items: readonly Asked[], sheets: readonly Sheet[]): Compared[] {
  const compared = items.map((item): Compared => {
    const readings = sheets.flatMap(({ reader, read }) => {
      const own = read[item.id];
      const answer = own && own.of === item.of ? answerOf(item, own.given) : '';
      return own && answer ? [{ reader, answer, note: own.note }] : [];
    });
    // A post to write may have several right answers: whoever gives one of them agrees with the key.
    const isKey = (answer: string) => item.keys.includes(marked(item.id, answer));
    const counts = new Map<string, number>();
    for (const { answer } of readings) {
      const side = isKey(answer) ? 'key' : answer;
      counts.set(side, (counts.get(side) ?? 0) + 1);
    }
    const agree = Math.max(0, ...counts.values());
    const standing = (): Standing => {
      if (readings.length === 0) return 'unread';
      if (agree >= ENOUGH) return (counts.get('key') ?? 0) === agree ? 'agreed' : 'against';
      return counts.size > 1 ? 'split' : 'waiting';
    };
    return { id: item.id, standing: standing(), agree, readings };
  });
  return compared.sort((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing));
}

/** Readings of a sheet that do not count: of items that have changed, or are asked no more. */
export const outdated = (items: readonly Asked[], { read }: Sheet): number =>
  Object.entries(read).filter(([id, { of }]) => !items.some((i) => i.id === id && i.of === of)).length;

/** A cell of a comma-separated table that no spreadsheet takes for a formula. */
const cell = (text: string) => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

/** The comparison as a comma-separated table, with an answer and a note for each reader. */
export function comparisonTable(compared: readonly Compared[]): string {
  const head = ['Item', 'Standing', 'Agree', ...READERS.flatMap((r) => [r, `${r}: note`])];
  const rows = compared.map((c) => [
    c.id,
    said[c.standing],
    String(c.agree),
    ...READERS.flatMap((reader) => {
      const own = c.readings.find((r) => r.reader === reader);
      return [own?.answer ?? '', own?.note ?? ''];
    }),
  ]);
  return `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
