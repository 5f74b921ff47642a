import { problemAt } from '../read/entry.ts';
import type { Problem } from '../read/problem.ts';
import type { Rule } from '../read/rule.ts';

const sectionOf = (id: string) => id.split('_')[1] ?? '';

/** Every paper and every diagnostic can be filled from the bank; must-pass slots have questions of their section. */
export const blueprint: Rule = (c) => {
  const m = c.module;
  const bank = c.questions.map((q) => q.data);
  const parts = m.data.parts.map((p) => p.id);
  const faults: Problem[] = [];
  const { blueprint: slots, mustPass, pass } = m.data.assessment;
  const inSection = (s: string, route: string) =>
    bank.filter((q) => sectionOf(q.id) === s && (q.route === 'both' || q.route === route)).length;

  for (const [section, wanted] of Object.entries(slots)) {
    const have = inSection(section, 'induction');
    if (have >= wanted || !parts.includes(section)) continue;
    const remedy = `Write more questions for it, or ask fewer here.`;
    faults.push(
      problemAt(m, ['assessment', 'blueprint', section], `asks ${wanted}, but the bank holds ${have}`, remedy),
    );
  }
  const size = Object.values(slots).reduce((a, b) => a + b, 0);
  if (pass > size) {
    faults.push(
      problemAt(
        m,
        ['assessment', 'pass'],
        `is ${pass}, but a paper has ${size} questions`,
        'Ask for fewer right answers.',
      ),
    );
  }
  mustPass.forEach((clause, i) => {
    const section = c.clauses.find((k) => k.data.id === clause)?.data.section;
    const items = bank.filter((q) => q.mustPass === clause && q.route !== 'refresher');
    const at = ['assessment', 'mustPass', i];
    if (items.length === 0) {
      faults.push(
        problemAt(m, at, `no question has mustPass: ${clause}`, 'Mark the questions that may fill its slot.'),
      );
    }
    const fixed = mustPass.filter((k) => c.clauses.find((x) => x.data.id === k)?.data.section === section).length;
    if (section !== undefined && (slots[section] ?? 0) < fixed) {
      faults.push(
        problemAt(m, at, `the blueprint has no slot for it in ${section}`, 'Give that section one more question.'),
      );
    }
  });
  for (const q of c.questions) {
    if (q.data.mustPass === undefined) continue;
    if (!mustPass.includes(q.data.mustPass)) {
      faults.push(
        problemAt(
          q,
          ['mustPass'],
          `${q.data.mustPass} is not a must-pass clause`,
          'Remove this line, or list the clause in module.yaml.',
        ),
      );
    }
    if (!q.data.clauses.includes(q.data.mustPass)) {
      faults.push(
        problemAt(q, ['mustPass'], `${q.data.mustPass} is not among its clauses`, 'Name it under clauses too.'),
      );
    }
  }
  m.data.diagnostic?.groups.forEach((group, i) => {
    const have = group.sections.reduce((sum, s) => sum + inSection(s, 'refresher'), 0);
    // Two fresh questions must be left for the check after the lesson.
    const wanted = group.questions * 2;
    if (have >= wanted) return;
    const message = `needs ${wanted} questions (two rounds), but the bank holds ${have}`;
    faults.push(
      problemAt(m, ['diagnostic', 'groups', i], message, 'Write more questions with route: refresher or both.'),
    );
  });
  return faults;
};
