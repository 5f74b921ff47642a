import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A slip that somebody could make in the content, and the one line that it is to be told by. */
export interface Breakage {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Line, field, message and remedy, after the file's name. */
  readonly says: string;
}

/** Slips in tests/fixtures/other-policy. */
export const breakages: readonly Breakage[] = [
  {
    name: 'a component that is never closed',
    file: 'lessons/kitchen.mdx',
    from: '<Term id="hob">hob</Term>',
    to: '<Term id="hob">hob',
    says: '15 <Term>: is never closed. Write </Term> after its words, before the paragraph ends.',
  },
  {
    name: 'a stray brace',
    file: 'lessons/kitchen.mdx',
    from: 'Cook what',
    to: 'Cook { what',
    says: '15: a { is never closed. Close it with }, or write {"{"} for a brace that learners see.',
  },
  {
    name: 'a component misspelt',
    file: 'lessons/kitchen.mdx',
    from: '<Clause id="FIR-3" />',
    to: '<Chekclist id="FIR-3" />',
    says: '21 <Chekclist>: is not a component of a lesson. Did you mean <Checklist>?',
  },
  {
    name: 'a person without a face',
    file: 'scenarios/chip_pan.yaml',
    from: ', face: { skin: 1, hair: bald, colour: brown, clothes: rust, wears: [beard] }',
    to: '',
    says: '8 people[1].face: is missing. Add it: a group of fields.',
  },
  {
    name: 'a person with two faces',
    file: 'scenarios/chip_pan.yaml',
    from: 'name: Rob Teague',
    to: 'name: Ines Marlow',
    says: '8 people[1].face: Ines Marlow has another face elsewhere. Write the same one.',
  },
  {
    name: 'code in a lesson',
    file: 'lessons/kitchen.mdx',
    from: 'Cook what',
    to: 'Cook {fetch("https://example.org")} what',
    says: '15: holds code between { and }. Write the words themselves; {"{"} is a brace that learners see.',
  },
  {
    name: 'a clause that is not in the register',
    file: 'lessons/kitchen.mdx',
    from: '<Clause id="FIR-3" />',
    to: '<Clause id="FIR-33" />',
    says: '21 <Clause>: there is no clause FIR-33. Did you mean FIR-3?',
  },
  {
    name: 'a field misspelt at the top of a lesson',
    file: 'lessons/kitchen.mdx',
    from: 'title: When',
    to: 'titel: When',
    says: '4 titel: is not a field here. Did you mean title?',
  },
  {
    name: 'a quotation mark left open',
    file: 'lessons/kitchen.mdx',
    from: 'title: When you cook together',
    to: 'title: "When you cook together',
    says: '11: a closing quotation mark, bracket or comma is missing. Add it where this text ends.',
  },
  {
    name: 'a situation renamed, and not where a choice leads to it',
    file: 'scenarios/chip_pan.yaml',
    from: '  d3:\n',
    to: '  goal:\n',
    says: '52 situations.d2.choices[0].goto: there is no situation or ending d3. Did you mean d1?',
  },
  {
    name: 'an id used twice',
    file: 'questions/fir.yaml',
    from: 'q_fir_002',
    to: 'q_fir_001',
    says: '11 q_fir_001.id: is also the id of ',
  },
  {
    name: 'a word where yes or no is meant',
    file: 'policy/kitchen.yaml',
    from: 'test: true',
    to: 'test: maybe',
    says: '4 FIR-1.test: is text. Write true or false here.',
  },
];

/** A copy of the good content to break. @param dir a folder of the test's own */
export function contentToBreak(dir: string) {
  cpSync('tests/fixtures/other-policy', dir, { recursive: true });
  return {
    /** @returns puts it right again */
    make({ file, from, to }: Breakage): () => void {
      const path = join(dir, file);
      const good = readFileSync(path, 'utf8');
      if (!good.includes(from)) throw new Error(`${from} is not in ${file}`);
      writeFileSync(path, good.replace(from, to));
      return () => writeFileSync(path, good);
    },
  };
}
