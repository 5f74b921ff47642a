/** `npm run build [-- --release] [-- --lang en-XA]`: dist/site, dist/packages, dist/formats, dist/review. Nothing is replaced unless all of it worked. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BuiltPackage } from '../scorm/build.ts';
import { COMPLAINTS } from '../src/authoring/access/statement.ts';
import { contentDir, readFolder } from '../src/authoring/read/files.ts';
import type { ModuleFile } from '../src/authoring/schema/module.ts';
import { isPseudo, pseudoLanguages } from './languages/pseudo.ts';
import { startSite, tellNothingIsRecorded } from './site/build-site.ts';

export interface BuildOptions {
  /** Folder of the content; default the setting CONTENT_DIR, else src/content. */
  readonly content?: string;
  /** Where to; default the setting OUT_DIR, else dist; for a pseudo-language a folder of its name in it. */
  readonly out?: string;
  /** Refuse while a setting is blank that learners or the law need. */
  readonly release?: boolean;
  /** A pseudo-language, to try the layout with: `en-XA` (accented, longer) or `ar-XB` (right to left). */
  readonly lang?: string | undefined;
}

/** Links that may stay absolute: those HR supplied, contacts that are forms on the web included, and where to complain. */
export const linksOf = ({ settings }: ModuleFile) => {
  const supplied = [...Object.values(settings), ...settings.documents.map((d) => d.link), COMPLAINTS];
  return supplied.filter((value): value is string => typeof value === 'string' && /^https?:/.test(value));
};

function replaceFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/**
 * Builds everything.
 * @throws Error with a line for each problem: file, line, field, remedy
 */
export async function build(options: BuildOptions = {}): Promise<BuiltPackage[]> {
  const dir = options.content ?? contentDir();
  const { lang } = options;
  if (lang !== undefined && !isPseudo(lang)) {
    throw new Error(
      `--lang ${lang}: there is ${Object.keys(pseudoLanguages).join(' and ')} to try the layout with. The module's own language is set by lang in module.yaml.`,
    );
  }
  // Beside the module itself, whose packages stay what they are.
  const usual = process.env['OUT_DIR'] ?? 'dist';
  const out = resolve(options.out ?? (lang ? join(usual, lang) : usual));
  mkdirSync(out, { recursive: true });
  const work = mkdtempSync(join(out, '.building-'));
  const site = startSite(join(work, 'site'), dir);
  try {
    // Loaded while Astro starts, which takes the longest.
    const [
      { checkContent, moreToCome },
      { releaseProblems },
      { contentRules },
      { formatProblem },
      { version },
      { wordsFor },
      { writeReview },
      { writeReaders },
      { wordsOf },
      scorm,
    ] = await Promise.all([
      import('../src/authoring/checks/check.ts'),
      import('../src/authoring/checks/release.ts'),
      import('../src/authoring/rules/index.ts'),
      import('../src/authoring/read/problem.ts'),
      import('../src/authoring/compile/source.ts'),
      import('../src/authoring/read/words.ts'),
      import('../src/authoring/report/review.ts'),
      import('./site/reader.ts'),
      import('../src/course/words.ts'),
      import('../scorm/build.ts'),
    ]);
    const checked = checkContent(dir, readFolder(dir), contentRules, site.give);
    const { content, problems } = checked;
    const errors = problems.filter((p) => !p.note).map(formatProblem);
    if (!content || errors.length > 0) throw new Error([...errors, moreToCome(checked)].join('\n').trim());
    const module = content.module.data;
    const refused = options.release ? releaseProblems(content.module).map(formatProblem) : [];
    if (refused.length > 0) throw new Error(refused.join('\n'));
    writeReview(join(work, 'review'), content, problems);
    await site.finish(linksOf(module));
    const strings = { ...wordsFor(module.lang), ...content.strings };
    writeReaders(join(work, 'site'), join(work, 'formats'), module.routes, (id) => wordsOf(strings, id, module.lang));
    if (lang) (await import('./languages/pseudo-site.ts')).pseudoSite(lang, join(work, 'site'));
    const packages = scorm.buildPackages({
      siteDir: join(work, 'site'),
      outDir: join(work, 'packages'),
      module,
      version: version(),
      links: linksOf(module),
      routes: module.routes.map(({ id, name }) => ({ id, title: name })),
    });
    tellNothingIsRecorded(join(work, 'site'), module.routes);
    for (const part of ['site', 'packages', 'formats', 'review']) {
      if (existsSync(join(work, part))) replaceFolder(join(work, part), join(out, part));
    }
    return packages.map((p) => ({ ...p, file: join(out, 'packages', p.file.slice(dirname(p.file).length + 1)) }));
  } finally {
    await site.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { release: { type: 'boolean' }, lang: { type: 'string' } } });
    const packages = await build({ release: values.release === true, lang: values.lang });
    for (const p of packages)
      console.log(`${(p.bytes / 1000).toFixed(0).padStart(5)} kB  ${p.file}  sha256 ${p.sha256}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
