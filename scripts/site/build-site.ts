import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../src/authoring/read/content.ts';
import { HANDED, handOver } from '../../src/authoring/read/hand-over.ts';
import type { Course } from '../../src/course/model.ts';
import { say } from '../../src/course/words.ts';
import { escapeMarkup } from '../../src/markup/markup.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { pruneScripts } from './prune.ts';
import { makeSiteRelative } from './relative-urls.ts';

/** A web site that is being built. Astro gets ready while its content is still read and checked. */
export interface SiteBuild {
  /** Hands the content over: the pages are drawn from it. */
  readonly give: (content: Content) => void;
  /**
   * Waits for the site and makes its addresses relative. @param links addresses that may stay absolute
   * @throws Error with Astro's own message when the build fails
   */
  readonly finish: (links: readonly string[]) => Promise<void>;
  /** Gives up: the content is not fit to be built. */
  readonly stop: () => Promise<void>;
}

/** Starts to build the web site into a folder. */
export function startSite(siteDir: string, contentDir: string): SiteBuild {
  const env = {
    ...process.env,
    SITE_BUILD: '1',
    SITE_DIR: siteDir,
    CONTENT_DIR: contentDir,
    [HANDED]: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  };
  let said = '';
  let astro: ChildProcess | undefined;
  let stopped = false;
  const content = Promise.withResolvers<Content>();
  // Astro keeps lists of the content under one fixed folder: builds of two contents at once would mix them up.
  const ended = oneAtATime(join('.astro', 'build.lock'), () => {
    if (stopped) return Promise.resolve(null);
    // It also keeps where a lesson was read, and asks there again although the same lesson now comes from another folder.
    rmSync(join('node_modules', '.astro', 'data-store.json'), { force: true });
    const child = spawn(process.execPath, [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    astro = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
    // A process that has failed by then tells why by its end, not here.
    content.promise.then((c) => child.send(handOver(c), () => {})).catch(() => {});
    return new Promise<number | null>((done) => child.on('close', done));
  });
  ended.catch(() => {});
  return {
    give: content.resolve,
    async finish(links) {
      if ((await ended) !== 0) {
        if (process.env['DEBUG']) console.error(said);
        const line = said.split('\n').find((l) => /error/i.test(l)) ?? said.split('\n').at(-2) ?? '';
        throw new Error(`The site could not be built: ${line.trim()} Run with DEBUG=1 to see all of it.`);
      }
      pruneScripts(siteDir);
      makeSiteRelative(siteDir, links);
    },
    async stop() {
      stopped = true;
      // One that still waits for another build finds out for itself: what is wrong is told at once.
      if (!astro) return;
      astro.kill();
      await ended.catch(() => {});
    },
  };
}

/** The banner as it is built. */
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
function saysNothingIsRecorded(html: string, words: Course['strings']): string {
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
