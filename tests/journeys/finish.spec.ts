import { readFileSync } from 'node:fs';
import type { Learner } from './learner.ts';
import { course, expect, inTheCheck, names, sectionsDone, test } from './lms.ts';

const { declaration, afterwards } = course;
const passed = { ...inTheCheck(12), place: 'declare' };

async function declare(learner: Learner): Promise<void> {
  await learner.open('declare');
  await learner.frame.getByRole('checkbox').check();
  await learner.button(declaration.button).click();
  await expect(learner.heading('You have completed the training')).toBeVisible();
}

/** A stop of the thread in the header, as a screen reader has it. */
const stop = (learner: Learner, name: RegExp) =>
  learner.frame.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name });

test('what is left, and one button to the next of it', async ({ launch, earlier }) => {
  const read = ['int', 'sta', 'pur', 'sco'];
  earlier('scorm12', { ...sectionsDone, read, place: 'finish' });
  const learner = await launch('scorm12');
  await learner.open('finish');
  const left = learner.frame.locator('#finish').getByRole('listitem');
  await expect(left).toHaveText([
    /^Usage at work\s*started$/,
    /^University-branded\s*started$/,
    /^Your own accounts\s*started$/,
    /^Conduct and sanctions\s*started$/,
    'Pass the check',
    'Make the declaration',
  ]);
  await learner.button('Read “Usage at work”').click();
  await expect(learner.heading('Social media at work', 1)).toBeFocused();
});

test('the thread says in words how far it is, and the declaration closes it', async ({ launch, earlier }) => {
  earlier('scorm12', passed);
  const learner = await launch('scorm12');
  await learner.open('declare');
  await expect(stop(learner, /^Finish: The check done ?, Your declaration not yet$/)).toBeVisible();
  await declare(learner);
  await expect(stop(learner, /^Finish: The check done ?, Your declaration done$/)).toBeVisible();
  await expect(stop(learner, /^Introduction: done$/)).toBeVisible();
});

for (const role of ['', 'runs_account', 'manages']) {
  test(`after a pass: what can be decided, three things to do, words to copy (${role || 'no role'})`, async ({
    launch,
    earlier,
  }) => {
    const all = Object.fromEntries(
      course.parts.flatMap((p) => p.scenarios).map((id) => [id, { path: '', done: true }]),
    );
    const roles = role ? [role] : [];
    earlier('scorm12', {
      ...passed,
      roles,
      read: course.parts.map((p) => p.id),
      stories: { ...all, ...passed.stories },
    });
    const learner = await launch('scorm12');
    await declare(learner);
    const finish = learner.frame.locator('#finish');
    for (const e of afterwards?.earned ?? [])
      await expect(learner.heading(e.title)).toHaveCount(e.role && e.role !== role ? 0 : 1);
    const things = finish.locator('.today').getByRole('heading', { level: 3 });
    await expect(things).toHaveCount(3);
    const own = afterwards?.today.find((t) => t.role === role);
    await expect(things.first()).toHaveText(own?.title ?? afterwards?.today[0]?.title ?? '?');
    const first = afterwards?.today.find((t) => t.id === 'disclaimer');
    await finish.getByRole('button', { name: `Copy Words to copy: ${first?.title}` }).click();
    await expect(finish.getByText(/^(Copied\.|The words are selected\..*)$/)).toBeVisible();
    await expect(finish.getByRole('link', { name: /^Read: / }).first()).toBeVisible();
  });
}

test('the reminders are a calendar file made in the page: six weeks, six months and two years on, with a plan of one’s own; a later visit offers it as well', async ({
  launch,
  earlier,
  page,
  stored,
}) => {
  earlier('scorm12', {
    ...passed,
    passed: true,
    declared: { at: Date.UTC(2026, 10, 23, 12) / 1000, edition: '2026.1' },
  });
  const learner = await launch('scorm12');
  await learner.open('finish');
  await expect(learner.heading('You have completed the training')).toBeVisible();
  await expect(learner.frame.locator('#finish').getByText('The learning system has it.')).toBeVisible();
  await expect(learner.heading('Due again on 23 November 2028')).toBeVisible();
  const saved = async () => {
    const download = page.waitForEvent('download');
    await learner.button('Save the days for my calendar').click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.ics$/);
    return readFileSync(await file.path(), 'utf8');
  };
  // No plan need be chosen.
  expect(await saved()).not.toContain('Your plan');
  const revision = stored('scorm12').get(names.scorm12.suspend);
  await learner.frame.getByRole('radio', { name: 'If it is fine, I post it.' }).check();
  const text = await saved();
  for (const day of ['20270104', '20270523', '20281123']) expect(text).toContain(`\r\nDTSTART;VALUE=DATE:${day}\r\n`);
  const whole = text.replace(/\r\n /g, '');
  expect(whole.match(/Your plan: If it is fine\\, I post it\./g)).toHaveLength(2);
  // What is due is the refresher, whichever route this is.
  expect(whole).toContain('\r\nSUMMARY:Refresher due: Acceptable use of social media\r\n');
  expect(whole).toContain('Look for “Refresher” where you did it.');
  expect(whole).not.toMatch(/https?:/);
  // What is planned is nobody's business: nothing has been recorded.
  expect(stored('scorm12').get(names.scorm12.suspend)).toBe(revision);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
});

test('the team talk is three requests without a name: from the end for those who manage people, from Help for all, printed alone', async ({
  launch,
  earlier,
  page,
}) => {
  const declared = { at: Date.UTC(2026, 10, 23, 12) / 1000, edition: '2026.1' };
  earlier('scorm12', { ...passed, roles: ['manages'], passed: true, declared });
  const learner = await launch('scorm12');
  await learner.open('finish');
  await learner.frame
    .locator('#finish .today')
    .getByRole('link', { name: /^Ten minutes with your team/ })
    .click();
  await expect(learner.heading('Ten minutes with your team', 1)).toBeFocused();
  const talk = learner.frame.locator('#talk');
  const asked = await learner.frame.locator('#asked h2').allTextContents();
  const titles = await talk.getByRole('heading', { level: 2 }).allTextContents();
  expect(titles).toHaveLength(3);
  expect(titles.filter((t) => !asked.includes(t.replace(/^\d\. /, '')))).toEqual([]);
  const named = Object.values(course.scenarios).flatMap((s) => s.people.map((p) => p.name.split(' ')[0] ?? ''));
  expect(named.length).toBeGreaterThan(20);
  const text = await talk.innerText();
  expect(named.filter((name) => new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await learner.frame.evaluate(() => {
    document.body.dataset['print'] = 'screen';
  });
  await expect(talk.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(learner.frame.locator('#asked')).toBeHidden();
  await expect(talk.getByRole('button')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await learner.frame.locator('.help summary').click();
  await expect(learner.frame.locator('.help').getByRole('link', { name: /^Ten minutes with your team/ })).toBeVisible();
});

for (const [seconds, minutes] of [
  [59, 'under 1'],
  [1290, '22'],
] as const)
  test(`the receipt says how long it took in whole minutes: ${minutes}`, async ({ launch, earlier }) => {
    earlier('scorm12', {
      ...passed,
      declared: { edition: course.edition, at: 1_795_000_000 },
      passed: true,
      place: 'finish',
      seconds,
    });
    const { frame } = await launch('scorm12');
    const slip = frame.locator('.slip div').filter({ hasText: 'Minutes spent' });
    await expect(slip.getByRole('definition')).toHaveText(minutes);
  });

test('on paper the receipt stands alone', async ({ launch, earlier, page }) => {
  earlier('scorm12', passed);
  const learner = await launch('scorm12');
  await declare(learner);
  await page.emulateMedia({ media: 'print' });
  await learner.frame.evaluate(() => {
    document.body.dataset['print'] = 'receipt';
  });
  await expect(learner.frame.locator('.slip')).toBeVisible();
  for (const other of ['.end-title', '.earned', '.today', '.again-on', '.judgement', '.tell', 'h1'])
    await expect(learner.frame.locator(`#finish ${other}`)).toBeHidden();
  expect(
    await learner.frame.locator('.screen').evaluateAll((all) => all.filter((e) => e.checkVisibility()).length),
  ).toBe(1);
});
