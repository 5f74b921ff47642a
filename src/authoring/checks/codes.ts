import { codeGroup, codePattern, wantedCodes } from '../read/code.ts';
import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';

/** Every part, role, scenario, decision and question has a permanent code. Asked once all names are right. */
export const codesThere: Rule = (c) => {
  const missing = wantedCodes(c).filter((key) => c.codes.data[key] === undefined);
  const shown = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ` and ${missing.length - 3} more` : '');
  return missing.length ? [problemAt(c.codes, [], `has no code for ${shown}`, 'Run "npm run codes".')] : [];
};

/** No code is malformed, or used twice in its group. */
export const codes: Rule = (c) => {
  const first = new Map<string, string>();
  return [
    ...Object.entries(c.codes.data).flatMap(([key, code]) => {
      if (!codePattern.test(code)) {
        return [
          problemAt(
            c.codes,
            [key],
            `is "${code}"`,
            'A code is a letter, then a letter or digit. Remove the line and run "npm run codes".',
          ),
        ];
      }
      const spot = `${codeGroup(key)} ${code}`;
      const other = first.get(spot);
      if (other === undefined) {
        first.set(spot, key);
        return [];
      }
      return [
        problemAt(
          c.codes,
          [key],
          `reuses ${code}, the code of ${other}`,
          'Codes are permanent: remove the newer line and run "npm run codes".',
        ),
      ];
    }),
  ];
};
