/** A piece of XML that is already escaped. */
export class Xml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function render(value: string | Xml | readonly Xml[]): string {
  if (value instanceof Xml) return value.text;
  if (typeof value !== 'string') return value.map((v) => v.text).join('\n');
  return value.replace(/[&<>"']/g, (c) => escapes[c] ?? c);
}

/**
 * Template for XML: text is escaped, pieces made by the same template are not. Two manifests of thirty lines do not
 * need an XML writer; what they need is that a title with an ampersand cannot break them.
 */
export function xml(strings: TemplateStringsArray, ...values: (string | Xml | readonly Xml[])[]): Xml {
  return new Xml(strings.reduce((out, s, i) => out + render(values[i - 1] ?? '') + s));
}
