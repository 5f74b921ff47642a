/** A piece of XML or HTML that is ready to be written. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template. Lists are joined; what is absent leaves nothing behind. */
export type Part = Markup | string | number | null | undefined | false | readonly Part[];

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for XML and HTML, attributes included (XML 1.0, section 2.4; HTML, section 13.3). */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (c) => references[c] ?? c);

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map(write).join('') : escapeMarkup(String(part));
}

/** The one template for everything written as XML or HTML here: whatever is put in is escaped, unless it was made by it. */
export const markup = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(fixed.map((text, i) => text + (i < parts.length ? write(parts[i]) : '')).join(''));
