import { expect, names, standards, test } from './lms.ts';

for (const standard of standards) {
  test(`${standard}: from first launch to a recorded pass, and a later visit writes nothing`, async ({
    launch,
    stored,
    flagged,
  }) => {
    const learner = await launch(standard);
    await expect.poll(() => stored(standard).get(names[standard].exit)).toBe('suspend');
    expect(stored(standard).get(names[standard].status) ?? 'unknown').toMatch(/incomplete|unknown/);

    await learner.induction();
    await expect(learner.saved()).toHaveText('Saved');
    const record = stored(standard);
    expect(record.get(names[standard].status)).toBe('passed');
    expect(record.get(names[standard].score)).toBe('100');
    if (standard === 'scorm2004') expect(record.get('cmi.completion_status')).toBe('completed');

    const ids = [...record].filter(([k]) => /interactions\.\d+\.id$/.test(k)).map(([, v]) => v);
    expect(ids).toContain('wrk_desk_photo_d1');
    expect(ids).toContain('declaration');
    expect(ids).toContain('paper_1');
    // Twelve of the paper, and the two that opened a section.
    expect(ids.filter((id) => id.startsWith('q_'))).toHaveLength(14);
    expect(new Set(ids).size).toBe(ids.length);
    expect(record.get(names[standard].suspend)?.length).toBeLessThanOrEqual(700);

    await learner.saveAndExit();
    await expect(learner.heading('Saved')).toBeVisible();

    const after = stored(standard);
    const again = await launch(standard);
    await expect(again.frame.getByText('You have already completed this')).toBeVisible();
    await again.frame.getByRole('link', { name: 'Usage at work' }).first().click();
    await expect(again.heading('Social media at work').or(again.frame.locator('#wrk h1'))).toBeVisible();
    await again.saveAndExit();
    expect(stored(standard)).toEqual(after);
    expect(flagged(standard)).toEqual([]);
  });
}
