/** The script of the page, put into it after `hash.ts` and `sheets.ts`: plain, for itself, without the network. */
import {
  type Asked,
  answerOf,
  type Compared,
  compareSheets,
  comparisonTable,
  outdated,
  parseSheet,
  READERS,
  type Reading,
  type Sheet,
  said,
  sheetText,
} from './sheets.ts';

const { module, items } = JSON.parse(document.getElementById('items')?.textContent ?? '') as {
  module: string;
  items: Asked[];
};
const KEPT = `keying-${module}`;
const byId = new Map(items.map((i) => [i.id, i]));
const part = (id: string) => document.getElementById(id) as HTMLElement;
const all = <E extends Element>(within: ParentNode, selector: string) => [...within.querySelectorAll<E>(selector)];
const checkedIn = (box: Element) => all<HTMLInputElement>(box, 'input:checked').map((i) => i.value);

/** Readings of texts that have changed since: kept as they are, shown nowhere. */
const older: Record<string, Reading> = {};
/** Sheets to compare, by reader. */
const loaded = new Map<string, Sheet>();

function givenIn(box: Element): string {
  const steps = all<HTMLSelectElement>(box, 'select');
  if (steps.length > 0)
    return steps
      .sort((a, b) => (a.dataset['step'] ?? '').localeCompare(b.dataset['step'] ?? ''))
      .map((s) => s.value)
      .join('');
  const parts = all(box, 'fieldset');
  return parts.length > 0 ? parts.map((p) => checkedIn(p)[0] ?? '-').join('') : checkedIn(box).sort().join('');
}

function show(box: Element, { given, note }: Reading): void {
  const letters = [...given];
  const steps = all<HTMLSelectElement>(box, 'select').sort((a, b) =>
    (a.dataset['step'] ?? '').localeCompare(b.dataset['step'] ?? ''),
  );
  for (const [i, step] of steps.entries()) step.value = letters[i] ?? '-';
  const parts = all(box, 'fieldset');
  for (const [i, p] of parts.entries())
    for (const input of all<HTMLInputElement>(p, 'input')) input.checked = input.value === letters[i];
  if (parts.length === 0)
    for (const input of all<HTMLInputElement>(box, 'input[value]')) input.checked = letters.includes(input.value);
  const field = box.querySelector<HTMLInputElement>('[data-note]');
  if (field) field.value = note;
}

const readerChosen = () => document.querySelector<HTMLInputElement>('[name=reader]:checked')?.value ?? '';

function mySheet(): Sheet {
  const read: Record<string, Reading> = { ...older };
  for (const box of all<HTMLElement>(document, '[data-item]')) {
    const id = box.dataset['item'] ?? '';
    const given = givenIn(box);
    const note = box.querySelector<HTMLInputElement>('[data-note]')?.value ?? '';
    if (given.replaceAll('-', '') || note) read[id] = { of: byId.get(id)?.of ?? '', given, note };
  }
  return { reader: readerChosen(), read };
}

function keep(): void {
  const sheet = mySheet();
  const read = items.filter((i) => answerOf(i, sheet.read[i.id]?.given ?? '') && sheet.read[i.id]?.of === i.of).length;
  part('count').textContent = `${read} of ${items.length} read.`;
  try {
    localStorage.setItem(KEPT, sheetText(sheet, module));
  } catch {
    part('kept').textContent = 'This browser keeps no draft: save your sheet before you close the page.';
  }
}

function restore(): void {
  let text: string | null = null;
  try {
    text = localStorage.getItem(KEPT);
  } catch {
    // Said by keep().
  }
  const draft = text ? parseSheet('', text, module, true) : '';
  if (typeof draft === 'string') return;
  for (const [id, reading] of Object.entries(draft.read)) {
    const box = document.querySelector(`[data-item="${CSS.escape(id)}"]`);
    if (box && byId.get(id)?.of === reading.of) show(box, reading);
    else older[id] = reading;
  }
  for (const input of all<HTMLInputElement>(document, '[name=reader]')) input.checked = input.value === draft.reader;
  const changed = outdated(items, draft);
  if (changed > 0) part('kept').textContent = `Changed since you read them, please read again: ${changed}.`;
}

function download(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function save(): void {
  const sheet = mySheet();
  if (!sheet.reader) {
    part('said').textContent = 'Choose who you are first: the sheet names its reader.';
    document.querySelector<HTMLInputElement>('[name=reader]')?.focus();
    return;
  }
  const name = `keying-${sheet.reader.toLowerCase().replaceAll(' ', '-')}.json`;
  download(name, sheetText(sheet, module), 'application/json');
  part('said').textContent = `${name} is saved. Send it to whoever compares the sheets.`;
}

function row(c: Compared): HTMLTableRowElement {
  const tr = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  const link = document.createElement('a');
  link.href = `#${c.id}`;
  link.textContent = c.id;
  head.append(link);
  const answers = READERS.map((reader) => {
    const own = c.readings.find((r) => r.reader === reader);
    return own ? `${own.answer}${own.note ? ` (${own.note})` : ''}` : '–';
  });
  tr.append(
    head,
    ...[said[c.standing], String(c.agree), ...answers].map((text) => {
      const td = document.createElement('td');
      td.textContent = text;
      return td;
    }),
  );
  return tr;
}

function compare(): void {
  const compared = compareSheets(items, [...loaded.values()]);
  const count = (standing: Compared['standing']) => compared.filter((c) => c.standing === standing).length;
  part('summary').textContent =
    `${loaded.size} of ${READERS.length} sheets. Agreed: ${count('agreed')} of ${items.length}. ` +
    `Another answer: ${count('against')}. Readers differ: ${count('split')}. ` +
    `Read by fewer than four: ${count('waiting')}. Not yet read: ${count('unread')}.`;
  part('rows').replaceChildren(...compared.map(row));
  part('comparison').hidden = loaded.size === 0;
}

async function load(files: readonly File[]): Promise<void> {
  const told: string[] = [];
  for (const file of files) {
    const sheet = parseSheet(file.name, await file.text(), module);
    if (typeof sheet === 'string') {
      told.push(sheet);
      continue;
    }
    told.push(
      `${file.name} is read${loaded.has(sheet.reader) ? `, in place of the earlier sheet of ${sheet.reader}` : ''}.`,
    );
    loaded.set(sheet.reader, sheet);
    const changed = outdated(items, sheet);
    if (changed > 0) told.push(`Its readings of texts that have changed since do not count: ${changed}.`);
  }
  part('loaded').textContent = told.join(' ');
  compare();
}

document.addEventListener('input', (event) => {
  if ((event.target as HTMLElement).id !== 'files') keep();
});
part('save').addEventListener('click', save);
part('files').addEventListener('change', (event) => {
  const input = event.target as HTMLInputElement;
  void load([...(input.files ?? [])]).then(() => {
    // The same file may be chosen again once it is mended.
    input.value = '';
  });
});
part('export').addEventListener('click', () => {
  download('keying-comparison.csv', comparisonTable(compareSheets(items, [...loaded.values()])), 'text/csv');
});
part('next').addEventListener('click', () => {
  const { read } = mySheet();
  const open = items.find((i) => !answerOf(i, read[i.id]?.given ?? '') || read[i.id]?.of !== i.of);
  const box = open && document.getElementById(open.id);
  box?.scrollIntoView();
  box?.querySelector<HTMLElement>('input, select')?.focus();
});
restore();
keep();
