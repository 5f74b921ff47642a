import { overBudget } from '../../scripts/bench/budgets.ts';
import { measureJourney } from '../../scripts/bench/journey.ts';
import { measureLaunch } from '../../scripts/bench/launch.ts';
import { weighPackages } from '../../scripts/bench/weigh.ts';
import { expect, test } from './lms.ts';

for (const pkg of weighPackages('dist/packages').filter((p) => p.name.endsWith('scorm12.zip'))) {
  test(`${pkg.name}: a launch and a whole run keep to the budgets for requests, bytes and calls`, async ({
    browser,
  }) => {
    const { requestsReadable, bytesSettled, launchCalls, launchCommits } = await measureLaunch(browser, pkg);
    expect(overBudget({ requestsReadable, bytesSettled, launchCalls, launchCommits })).toEqual([]);

    const run = await measureJourney(browser, pkg);
    if (!run) throw new Error(`no way is known through ${pkg.name}`);
    const { commits, argumentBytes, probes, finishes, suspendLength } = run;
    expect(overBudget({ commits, argumentBytes, probes, finishes, suspendTypical: suspendLength })).toEqual([]);
    expect(run.finishes).toBe(1);
    // Twelve, and on the induction the two that open a section; five cases of a follow-up.
    const [, route = ''] = /-(\w+)-[\d.]+-scorm12/.exec(pkg.name) ?? [];
    expect({ [route]: run.questions }).toEqual({ [route]: { induction: 14, refresher: 12, followup: 5 }[route] });
  });
}
