import { expect, test } from 'vitest';
import { refresherShare } from './refresher-share.ts';
import { replace, said } from './testing.ts';

const diagnostic = 'diagnostic: { since: "2025", groups: [{ sections: [fir], questions: 2 }] }\ndeclaration:';

test('a module without a refresher needs none', () => {
  expect(said(refresherShare)).toEqual([]);
});

test('a refresher that only repeats the induction is found', () => {
  expect(said(refresherShare, { 'module.yaml': replace('declaration:', diagnostic) })).toEqual([
    "c/module.yaml:24 diagnostic: 0 of 18 questions are the refresher's own. Write 18 more with route: refresher.",
  ]);
});
