import { expect, test } from 'vitest';
import type { Content } from '../../read/content.ts';
import { readFolder } from '../../read/files.ts';
import { parseContent } from '../../read/load.ts';
import { written } from '../../rules/testing.ts';
import { reviewPage } from './page.ts';

const files = readFolder('tests/fixtures/other-policy');
const { content, problems } = parseContent('c', files);
const page = reviewPage(content as Content, problems, '1.2.3');

test('every question, choice, reason and ending can be read on the page', () => {
  for (const q of content?.questions ?? []) expect(page).toContain(`id="${q.data.id}"`);
  for (const s of content?.scenarios ?? []) {
    for (const situation of Object.values(s.data.situations)) {
      for (const choice of situation.choices) expect(page).toContain(choice.because.slice(0, 30));
    }
    for (const e of Object.values(s.data.endings)) expect(page).toContain(e.text.slice(0, 30));
  }
  expect(page).toContain('<li>b a a</li>');
  expect(page).toContain('Good ending</b>, 2 of 13 ways');
});

test('a post to write shows whose it is, every wording with what it rests on, and every way it can read', () => {
  const post = written([
    'text: "Take the lid off.", stance: go',
    'text: "Leave the lid on.", key: true, stance: change, ground: met, flips: "it is off the heat"',
    'text: "Stay out.", stance: stop, cost: "Nobody eats."',
  ]);
  const more = new Map(files).set('questions/fir.yaml', `${files.get('questions/fir.yaml')}${post}`);
  // Names of columns, which cells have for narrow screens, apart.
  const shown = reviewPage(parseContent('c', more).content as Content, [], '1').replace(/ data-title="[^"]*"/g, '');
  expect(shown).toContain('Ines Marlow @second_floor, messages: “The pan is hot. {lid} {call}”');
  expect(shown).toContain(
    '<td class="key">Leave the lid on.</td><td>right</td><td>change; met; wrong if: it is off the heat</td>',
  );
  expect(shown).toContain('<td>Stay out.</td><td>wrong</td><td>stop; cost: Nobody eats.</td>');
  expect(shown.match(/<li[^>]*><code>[abc] [abc]<\/code>/g)).toHaveLength(9);
  expect(shown).toContain('<li class="key"><code>b b</code> The pan is hot. Leave the lid on. Ring for help.</li>');
  expect(shown).toContain('<li><code>c a</code> The pan is hot. Stay out. Ring Rob.</li>');
  expect(shown).toContain('<td>The lid: Leave the lid on.</td>');
});

test('each cell has the name of its column, also beside a heading of several rows', () => {
  const post = written(['text: "Take it off."', 'text: "Leave it on.", key: true', 'text: "Stay out."']);
  const more = new Map(files).set('questions/fir.yaml', `${files.get('questions/fir.yaml')}${post}`);
  const shown = reviewPage(parseContent('c', more).content as Content, [], '1');
  for (const text of ['Take it off.', 'Leave it on.', 'Stay out.'])
    expect(shown).toMatch(new RegExp(`data-title="Wording"[^>]*>${text}<`));
  expect(shown).toMatch(/<th scope="row">FIR-1<\/th><td data-title="In our words">/);
});

test('open queries, what to confirm, what to supply and a box to sign are there', () => {
  expect(page).toContain('Which day does the spring meeting fall on?');
  expect(page).toContain('Induction: a paper asks 2 questions (The kitchen 2); 2 right answers pass.');
  expect(page).toContain('<h3>To supply</h3><ul><li>dataProtectionContact</li>');
  expect(page).toContain('Signature');
});

test('whether answers are kept is asked for, with the terms unless they are not; then nothing is missing', () => {
  const terms = ['purpose', 'lawfulBasis', 'seenBy', 'retention', 'dpia', 'equality', 'consultation'];
  const blanks = [...terms, 'notForDiscipline'].map((name) => `<li>evaluationTerms.${name}</li>`).join('');
  const list = (evaluation: string) => {
    const filled = (text: string) =>
      text.replaceAll('Contact: ""', 'Contact: Ann').replace(/^settings:$/m, `settings:\n${evaluation}`);
    const supplied = new Map([...files].map(([path, text]) => [path, filled(text)]));
    const text = reviewPage(parseContent('c', supplied).content as Content, [], '1');
    return text.slice(text.indexOf('<p>What learners are told'));
  };
  expect(list('')).toContain(
    `<ul><li>evaluation, on or off: until then the module counts it as on, and tells learners so</li>${blanks}</ul>`,
  );
  expect(list('')).toContain('HR has yet to decide on keeping answers. Your answers, your score');
  expect(list('  evaluation: on')).toContain(`<ul>${blanks}</ul>`);
  const all = [...terms.map((name) => `${name}: As agreed`), 'notForDiscipline: yes'].join(', ');
  const agreed = list(`  evaluation: on\n  evaluationTerms: { ${all} }`);
  expect(agreed).toContain('Evaluation: on. purpose: As agreed; lawfulBasis: As agreed;');
  expect(agreed).toContain('Nothing is missing.');
  expect(list('  evaluation: off')).toContain('Evaluation: off. </p>');
  expect(list('  evaluation: off')).toContain('keeps proof of training alone');
  expect(list('  evaluation: off')).toContain('Nothing is missing.');
});

test('what is to be put right stands at the top', () => {
  const fault = { file: 'f.yaml', line: 3, field: 'a', message: 'is empty', remedy: 'Write <b>.' };
  expect(reviewPage(content as Content, [fault], '1')).toContain('<li>f.yaml:3 a: is empty. Write &lt;b&gt;.</li>');
});

test('the page loads nothing and runs nothing, whatever the content says', () => {
  const evil = '<script src="https://example.org/x.js"></script>';
  const changed = new Map(
    [...files].map(([path, text]) => [path, text.replaceAll('Stay with the pan', evil.replaceAll('"', "''"))]),
  );
  const other = parseContent('c', changed).content as Content;
  for (const text of [page, reviewPage(other, [], '1')]) {
    expect(text).not.toMatch(/<script|<link|<img|@import|url\((?!data:)/);
    expect(text).not.toMatch(/(?:src|href)="(?!#)/);
  }
  expect(reviewPage(other, [], '1')).toContain('&lt;script');
});

test('what people ask can be read with what each piece rests on', () => {
  const asked = `- id: towel
  ask: May I use a towel?
  answers:
    - { label: policy, text: Leave it., clauses: [FIR-2], ground: met }
    - { label: sense, text: Towels dry. }
    - { label: silent, text: Nothing on lids., whom: manager }
`;
  const other = parseContent('c', new Map([...files, ['asked.yaml', asked]])).content as Content;
  const text = reviewPage(other, [], '1').replace(/<[^>]+>/g, '');
  for (const part of [
    'May I use a towel?The policy says: Leave it. FIR-2, ground: met',
    'Good sense: Towels dry.',
    'The policy is silent: Nothing on lids. ask: your line manager, or the person you report to here',
  ])
    expect(text).toContain(part);
});
