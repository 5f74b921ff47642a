import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { htmlToHast } from 'satteri';
import { expect, test } from 'vitest';
import { markup } from './markup.ts';

test('pieces, lists and numbers go in as they are; what is absent leaves nothing', () => {
  const items = ['a', 'b'].map((x) => markup`<li>${x}</li>`);
  expect(markup`<ul>${items}</ul>${null}${undefined}${false}${3}`.text).toBe('<ul><li>a</li><li>b</li></ul>3');
});

/** Printable text: XML has no way to write control characters at all. */
const any = fc.string({ unit: 'grapheme', maxLength: 60 });

test('whatever text is put in comes out of an XML and an HTML parser as it was', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(any, (text) => {
      const xml = XmlDocument.fromString(markup`<a b="${text}">${text}</a>`.text);
      try {
        expect(xml.root.attr('b')?.value).toBe(text);
        expect(xml.root.content).toBe(text);
      } finally {
        xml.dispose();
      }
      const page = htmlToHast(markup`<p title='${text}'>${text}</p>`.text, { fragment: true });
      const [p] = 'children' in page ? page.children : [];
      expect(p).toMatchObject({
        properties: { title: text },
        ...(text && { children: [{ type: 'text', value: text }] }),
      });
    }),
  );
});
