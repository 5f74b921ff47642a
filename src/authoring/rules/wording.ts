import { passages, problemIn } from '../measure/passages.ts';
import type { Rule } from '../read/content.ts';
import { RUN, readShingles, SHINGLES, shingles } from './shingles.ts';

/** Content rule 4: own words. No run of twelve words is the policy's (compared by hash; see shingles.ts). */
export const policyWording: Rule = (c) => {
  const known = readShingles(c.files.get(SHINGLES));
  if (!known) {
    const remedy = 'To switch it on, run "node scripts/shingles.ts <file with the policy text>".';
    return [
      {
        file: `${c.dir}/${SHINGLES}`,
        line: 1,
        field: '',
        message: 'is not there, so nothing was compared with the policy',
        remedy,
        note: true,
      },
    ];
  }
  return passages(c).flatMap((p) => {
    const hit = shingles(p.text).find((s) => known.has(s.hash));
    return hit
      ? [problemIn(p, `has ${RUN} words in a row of the policy: “${hit.text}”`, 'Say it in your own words.')]
      : [];
  });
};

/** Content rule 19: no exclamation marks, except in what a person of a story writes. */
export const exclamation: Rule = (c) =>
  passages(c).flatMap((p) =>
    p.kind !== 'voice' && p.text.includes('!')
      ? [problemIn(p, 'has an exclamation mark', 'Say it calmly: use a full stop.')]
      : [],
  );

const empty =
  /\bplease note\b|\bplease be aware\b|\bit is important to\b|\bit should be noted\b|\bin order to\b|\butili[sz]e\b/i;

/** Content rule 26: plain words, no phrases that say nothing. */
export const emptyPhrases: Rule = (c) =>
  passages(c).flatMap((p) => {
    const found = p.kind === 'voice' ? undefined : empty.exec(p.text)?.[0];
    return found === undefined
      ? []
      : [problemIn(p, `says “${found}”`, 'Leave the phrase out and say the thing itself.')];
  });

/** Between letters, or after a plural before the next word; the other straight ones belong to the form of the file. */
const straight = /\p{L}+'(?:\p{L}+| (?=\p{Ll}))/u;

/** Content rule 26, for the eye: one apostrophe, in all that is written, whoever reads it. */
export const apostrophe: Rule = (c) =>
  [...c.files].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, i) => {
      const found = /^\s*#/.test(line) || !/\.(?:yaml|mdx)$/.test(path) ? null : straight.exec(line)?.[0];
      return found
        ? [
            {
              file: `${c.dir}/${path}`,
              line: i + 1,
              field: '',
              message: `has a straight apostrophe: “${found.trim()}”`,
              remedy: 'Write ’, as everywhere.',
            },
          ]
        : [];
    }),
  );
