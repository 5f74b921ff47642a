import type { LessonEntry } from '../read/content.ts';

/** A heading, paragraph or list item of a lesson, without its markup. */
export interface Block {
  readonly kind: 'heading' | 'text';
  readonly text: string;
  /** Line of the file on which it starts. */
  readonly line: number;
  /** Shown only to learners with this role. */
  readonly role?: string;
}

/** Words that stand for a component in the text; without an entry it leaves nothing behind. */
export type Spoken = (name: string, id: string) => string;

const silent: Spoken = () => '';

function plain(markup: string, spoken: Spoken): string {
  return markup
    .replace(/<([A-Z]\w*)\s+(?:id|role)="([^"]*)"[^>]*\/>/g, (_, name: string, id: string) => spoken(name, id))
    .replace(/<[^>]+>/g, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/\{(["'`])(.*?)\1\}/g, '$2')
    .replace(/\{[^}]*\}/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|\*|__|`)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:?])/g, '$1')
    .trim();
}

/** Blocks of a lesson's body in reading order. */
export function blocks(lesson: LessonEntry, spoken: Spoken = silent): Block[] {
  const found: Block[] = [];
  let lines: string[] = [];
  let start = 0;
  let role: string | undefined;
  const flush = () => {
    const markup = lines.join('\n');
    const heading = /^#{1,6}\s/.test(markup);
    const text = plain(markup.replace(/^(?:#{1,6}|[-*+]|\d+\.|>)\s+/, ''), spoken);
    if (text)
      found.push({ kind: heading ? 'heading' : 'text', text, line: lesson.bodyLine + start, ...(role && { role }) });
    lines = [];
  };
  lesson.body.split('\n').forEach((line, i) => {
    const fresh = /^\s*(?:#{1,6}\s|[-*+]\s|\d+\.\s|>\s|import\s|export\s|$)|^\s*<\/?[A-Z][^>]*>\s*$/.test(line);
    if (fresh) flush();
    role =
      /<(?:ForRole|Role)\s+role="([^"]+)"/.exec(line)?.[1] ?? (/<\/(?:ForRole|Role)>/.test(line) ? undefined : role);
    if (/^\s*(?:import|export)\s/.test(line) || line.trim() === '') return;
    if (lines.length === 0) start = i;
    lines.push(line.trim());
    if (/^\s*#/.test(line)) flush();
  });
  flush();
  return found;
}
