import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { many, UserError } from '../quality.ts';

/** A file that is there and is no table of texts: what it is and what to do, each a sentence without its full stop. */
export class NoTable extends UserError {
  readonly says: string;
  readonly remedy: string;
  readonly code: 'unreadable_file' | 'empty_file';
  constructor(file: string, says: string, remedy: string, code: NoTable['code'] = 'unreadable_file') {
    super(`${file}: ${says}. ${remedy}.`);
    this.code = code;
    this.says = says;
    this.remedy = remedy;
  }
}

const asTable = 'Download the same list as CSV, as text or as an Excel workbook';

/** How files begin that hold no table; places count from 0. */
const beginnings: readonly (readonly [bytes: string, place: number, what: string])[] = [
  ['%PDF-', 0, 'It is a PDF: made to be looked at, not to be read by a program'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'It is a workbook of an old kind (.xls), or one with a password'],
  ['\x89PNG', 0, 'It is a picture'],
  ['\xff\xd8\xff', 0, 'It is a picture'],
  ['GIF8', 0, 'It is a picture'],
  ['WEBP', 8, 'It is a picture'],
  ['ftyp', 4, 'It is a picture or a film'],
  ['II*\0', 0, 'It is a picture'],
  ['MM\0*', 0, 'It is a picture'],
  ['\x1f\x8b', 0, 'It is a compressed file'],
  ['7z\xbc\xaf\x27\x1c', 0, 'It is a compressed file'],
  ['Rar!', 0, 'It is a compressed file'],
  ['{\\rtf', 0, 'It is a text document'],
];

/** What is in a zip, by a name that only this kind holds. */
const zips: readonly (readonly [name: string, what: string, remedy: string])[] = [
  [
    'xl/workbook.bin',
    'It is an Excel workbook of the binary kind (.xlsb)',
    'Save it as .xlsx, or download the list again',
  ],
  [
    'imsmanifest.xml',
    'It is a SCORM package, the training itself',
    'Give what Moodle’s reports let you download instead',
  ],
  ['word/document.xml', 'It is a Word document', asTable],
  ['ppt/presentation.xml', 'It is a presentation', asTable],
  ['content.xml', 'It is an OpenDocument file (.ods), which this tool does not read', asTable],
];

/** Names of the files in a zip; null where it is broken. */
function namesIn(path: string): string[] | null {
  const names: string[] = [];
  try {
    unzipSync(readFileSync(path), {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
    return names;
  } catch {
    return null;
  }
}

/** @throws NoTable for a zip that is no workbook */
function refuseZip(path: string, file: string) {
  const names = namesIn(path);
  if (names === null) throw new NoTable(file, 'It is a zip or a workbook that was cut off or damaged', asTable);
  if (names.includes('xl/workbook.xml')) return;
  const known = zips.find(([name]) => names.includes(name));
  if (known) throw new NoTable(file, known[1], known[2]);
  throw new NoTable(file, 'It is a zip of other files', 'Unpack it and give the files in it');
}

/**
 * Looks at the first bytes of a file, whatever its name.
 * @returns whether it is an Excel workbook
 * @throws NoTable for a file that can hold no table
 */
export function isWorkbook(path: string, file: string): boolean {
  const open = openSync(path, 'r');
  const bytes = Buffer.alloc(1024);
  let start: string;
  try {
    start = bytes.toString('latin1', 0, readSync(open, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(open);
  }
  if (start.startsWith('PK\x03\x04')) {
    refuseZip(path, file);
    return true;
  }
  const known = beginnings.find(([begins, place]) => start.startsWith(begins, place));
  if (known) throw new NoTable(file, known[2], asTable);
  return false;
}

/** More cells than any report has in a row: the database takes memory for each. */
const widest = 8000;

/** @throws NoTable for a first row of too many cells */
export function refuseWide(cells: number, file: string) {
  if (cells > widest)
    throw new NoTable(
      file,
      `Its first row has ${many(cells, 'cell', 'cells')}, more than any report`,
      'Download it again',
    );
}

/** What a text that is no table begins with. */
const texts: readonly (readonly [begins: RegExp, what: string, remedy: string])[] = [
  [
    /^<(!doctype html|html)\b/i,
    'It is a web page: a list downloaded as HTML, or Moodle’s page for signing in',
    `Sign in to Moodle. ${asTable}`,
  ],
  [/^<svg\b/i, 'It is a picture', asTable],
  [/^<(\?xml|[a-z])/i, 'It is XML', asTable],
  [/^[[{]\s*["[{\]}]/, 'It is JSON', asTable],
];

/** @throws NoTable for a text in UTF-8 that by its beginning is a web page, XML, JSON, nothing, or no text at all */
export function refuseText(start: string, file: string) {
  const text = start.replace('\ufeff', '').trimStart();
  if (text === '') throw new NoTable(file, 'The file is empty', 'Download it again', 'empty_file');
  const known = texts.find(([begins]) => begins.test(text));
  if (known) throw new NoTable(file, known[1], known[2]);
  if (text.slice(0, 1000).includes('\0')) throw new NoTable(file, 'It is not text', asTable);
}
