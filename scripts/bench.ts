/**
 * `npm run bench [-- FLAG…]`: what the packages weigh, what a launch and a whole run cost, how fast they are on a
 * phone, how long a build and an HR report take. Prints tables and writes dist/bench.json. Bytes and counts over budget end it non-zero; times never do.
 * Flags leave parts out: --no-browser, --no-build, --no-hr; --quick does the HR report for 1,000 people only.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { isStale } from '../lms/prepare.ts';
import { overBudget } from './bench/budgets.ts';
import { measureBuild } from './bench/build-time.ts';
import { benchHr } from './bench/hr.ts';
import { measureJourney } from './bench/journey.ts';
import { measureLaunch } from './bench/launch.ts';
import { measureAnswers, measureSpeed } from './bench/speed.ts';
import {
  buildSection,
  journeySection,
  launchSection,
  type Section,
  speedSection,
  table,
  weightSection,
} from './bench/table.ts';
import { type WeighedPackage, weighPackages } from './bench/weigh.ts';
import { build } from './build.ts';
import { chromiumFlags, findChromium } from './find-chromium.mjs';

const flags = new Set(process.argv.slice(2));
const { OUT_DIR: out = 'dist', DEBUG } = process.env;

const isInduction = ({ name }: WeighedPackage) => name.includes('induction') && name.endsWith('scorm12.zip');

/** Launches and answers on a slow phone, and what a large module makes of them. Each with the answers to a paper. */
async function measureSpeeds(
  browser: Browser,
  say: (section: Section) => void,
  pkg: WeighedPackage | undefined,
  large: WeighedPackage | undefined,
): Promise<void> {
  const slow = { slow: true, gzip: true, runs: 9 };
  if (pkg) {
    const answers = await measureAnswers(browser, pkg);
    say(speedSection('Induction on a slow phone', await measureSpeed(browser, pkg, slow), answers));
    const raw = await measureSpeed(browser, pkg, { ...slow, gzip: false, runs: 3 });
    say(speedSection('The same, from a server that does not compress', raw));
    say(speedSection('Not slowed down', await measureSpeed(browser, pkg, { slow: false, gzip: true, runs: 5 })));
  }
  if (large) {
    const answers = await measureAnswers(browser, large);
    const speed = await measureSpeed(browser, large, slow);
    say(speedSection('Twenty times the content, slow phone', speed, answers));
  }
}

async function measure(say: (section: Section) => void): Promise<void> {
  if (isStale('.', join(out, 'packages'))) await build();
  const packages = weighPackages(join(out, 'packages'));
  for (const pkg of packages) say(weightSection(pkg));
  const builds = flags.has('--no-build') ? [] : [await measureBuild(1), await measureBuild(20)];
  if (builds.length > 0) say(buildSection(builds));
  if (!flags.has('--no-browser')) {
    const executablePath = findChromium();
    const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
    try {
      // The stub speaks SCORM 1.2.
      for (const pkg of packages.filter((p) => p.name.endsWith('scorm12.zip'))) {
        say(launchSection(pkg, await measureLaunch(browser, pkg)));
        const journey = await measureJourney(browser, pkg);
        if (journey) say(journeySection(pkg, journey));
      }
      await measureSpeeds(browser, say, packages.find(isInduction), builds[1]?.packages.find(isInduction));
    } finally {
      await browser.close();
    }
  }
  if (!flags.has('--no-hr')) for await (const section of benchHr(flags.has('--quick'))) say(section);
}

try {
  const sections: Section[] = [];
  await measure((section) => {
    sections.push(section);
    console.log(`${table(section)}\n`);
  });
  writeFileSync(join(out, 'bench.json'), `${JSON.stringify(sections, null, 2)}\n`);
  console.log(`Also written to ${join(out, 'bench.json')}.`);
  const rows = sections.flatMap((s) => s.rows.map((r) => ({ ...r, title: s.title })));
  const over = rows.flatMap((r) =>
    r.budget ? overBudget({ [r.budget]: r.value }).map((o) => `${r.title}: ${o}.`) : [],
  );
  for (const line of over) console.error(line);
  if (over.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error && !DEBUG ? error.message : error);
  process.exitCode = 1;
}
