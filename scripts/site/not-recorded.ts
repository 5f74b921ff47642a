import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../../src/course/model.ts';
import { say } from '../../src/course/words.ts';
import { escapeMarkup } from '../../src/markup/markup.ts';

const EMPTY =
  /(<div id="banner"[^>]*?) hidden(>\s*<b>)(<\/b>\s*<p id="banner-text">)(<\/p>\s*<button type="button" class="button second small")>/;

/** Who has no scripts is told so by another line; when they do not start, that is what there is to say. */
const style =
  '<style>html:not(.live) [data-failed] #banner{display:none!important}</style><noscript><style>#banner{display:none!important}</style></noscript></head>';

/**
 * The document of the web site, where nothing is ever recorded, says so from the first paint. Said later, it would push
 * down what somebody already reads. Packages are made before: in a learning system the place is empty.
 * @throws Error when the document has no empty banner
 */
export function saysNothingIsRecorded(html: string, words: Course['strings']): string {
  if (!EMPTY.test(html)) throw new Error('the page has no empty banner');
  const [word, text] = [say(words, 'banner.local.word'), say(words, 'banner.local')].map(escapeMarkup);
  return html
    .replace(EMPTY, (_, start, b, p, button) => `${start} data-kind="local"${b}${word}${p}${text}${button} hidden>`)
    .replace('</head>', style);
}

/** Says it in the document of each route of a built site. */
export function tellNothingIsRecorded(siteDir: string, routes: readonly { readonly id: string }[]): void {
  for (const { id } of routes) {
    const [page, data] = [join(siteDir, `${id}.html`), join(siteDir, `${id}.json`)];
    const { strings } = JSON.parse(readFileSync(data, 'utf8')) as Course;
    writeFileSync(page, saysNothingIsRecorded(readFileSync(page, 'utf8'), strings));
  }
}
