import { describe, expect, test } from 'vitest';
import { mustPassMixed, stancesWhole } from './stances.ts';
import { said, written } from './testing.ts';

const literal = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const file = 'questions/fir.yaml';

/** Puts something beside the ids of the first question's three options. Its key is b. */
const beside = (a: string, b: string, c: string) => (text: string) => {
  const [first = '', ...rest] = text.split(/(?=^- id: )/m);
  const more: Record<string, string> = { a, b, c };
  return [first.replace(/\{ id: ([abc]),/g, (found, id: string) => `${found} ${more[id] ?? ''}`), ...rest].join('');
};
const free = 'ground: met, flips: "the heat is on",';

describe('stancesWhole', () => {
  test('a bank without stances says nothing either way', () => {
    expect(said(stancesWhole)).toEqual([]);
  });

  test('a stance on some options alone is found', () => {
    expect(said(stancesWhole, { [file]: beside('stance: stop,', 'stance: go,', '') })).toEqual([
      'c/questions/fir.yaml:10 q_fir_001.options[2].stance: is missing beside options that have one. Write go, change, ask or stop on all, or on none.',
    ]);
  });

  test('a key freer than another option says what it rests on, and what would flip it', () => {
    const stop = 'stance: stop, cost: "Nobody gets soup.",';
    const missing = (field: string) =>
      `c/questions/fir.yaml:9 q_fir_001.options[1].${field}: is missing on a key that is freer than another option. Say what the policy leaves free by: allowed, met or outside; and which one fact would flip it.`;
    expect(said(stancesWhole, { [file]: beside(stop, 'stance: go,', 'stance: go,') })).toEqual([missing('ground')]);
    expect(said(stancesWhole, { [file]: beside(stop, 'stance: go, ground: met,', 'stance: go,') })).toEqual([
      missing('flips'),
    ]);
    expect(said(stancesWhole, { [file]: beside(stop, `stance: go, ${free}`, 'stance: go,') })).toEqual([]);
  });

  test('a wrong option stricter than the key says who loses what', () => {
    const change = beside('stance: stop,', `stance: change, ${free}`, 'stance: go,');
    expect(said(stancesWhole, { [file]: change })).toEqual([
      'c/questions/fir.yaml:8 q_fir_001.options[0].cost: is missing on a wrong option stricter than the key. Say who loses what by it.',
    ]);
  });

  test('each place of a post to write is held to the same', () => {
    const wrong = 'text: "Take it off.", stance: go';
    const late = (more: string) => `text: "Take it off later.", stance: stop${more}`;
    const post = (key: string, more = '') => ({
      [file]: written([wrong, `text: "Leave it on.", key: true, ${key}`, late(more)]),
    });
    const place = 'q_fir_200.places[0].wordings';
    expect(said(stancesWhole, post('stance: go')).join('\n')).toMatch(
      new RegExp(
        `${literal(`${place}[1].ground`)}: is missing on a key that is freer than another wording.*\n.*${literal(`${place}[2].cost`)}: is missing on a wrong wording stricter than the key`,
      ),
    );
    expect(said(stancesWhole, post(`stance: go, ${free.slice(0, -1)}`, ', cost: "Cold soup."'))).toEqual([]);
  });

  test('the strictest option may be the key without a word', () => {
    expect(said(stancesWhole, { [file]: beside('stance: go,', 'stance: stop,', 'stance: change,') })).toEqual([]);
  });

  describe('in the decisions of a story', () => {
    const story = 'scenarios/chip_pan.yaml';
    /** Puts something beside the ids of the first decision's three choices. The best is b. */
    const with_ = (a: string, b: string, c: string) => (text: string) => {
      const at = text.indexOf('  d2:\n');
      const more: Record<string, string> = { a, b, c };
      const first = text.slice(0, at).replace(/- id: ([abc])\n/g, (found, id: string) => found + (more[id] ?? ''));
      return first + text.slice(at);
    };
    const field = (name: string, value: string) => `        ${name}: ${value}\n`;
    const [go, stop] = [field('stance', 'go'), field('stance', 'stop')];
    const cost = field('cost', 'Rob stands in the rain.');

    test('a stance on some choices alone is found', () => {
      expect(said(stancesWhole, { [story]: with_(go, stop, '') })).toEqual([
        'c/scenarios/chip_pan.yaml:35 situations.d1.choices[2].stance: is missing beside choices that have one. Write go, change, ask or stop on all, or on none.',
      ]);
    });

    test('a best choice freer than another says why it may be, and the stricter one what it costs', () => {
      expect(said(stancesWhole, { [story]: with_(go, go, stop) })).toEqual([
        'c/scenarios/chip_pan.yaml:26 situations.d1.choices[1].ground: is missing on a best choice that is freer than another choice. Say what the policy leaves free by: allowed, met or outside; and which one fact would flip it.',
        'c/scenarios/chip_pan.yaml:35 situations.d1.choices[2].cost: is missing on a wrong choice stricter than the best choice. Say who loses what by it.',
      ]);
      const grounded = go + field('ground', 'met') + field('flips', 'the heat is on');
      expect(said(stancesWhole, { [story]: with_(go, grounded, stop + cost) })).toEqual([]);
    });
  });
});

describe('mustPassMixed', () => {
  const stances = beside('stance: go,', 'stance: stop,', 'stance: go,');
  const single = 'c/questions/fir.yaml:25 q_fir_003.type: is a single choice in the place of FIR-2.';
  /** The stances of the last question's four options: two are keys, a and c. */
  const form = (a: string, b: string, c: string, d: string) => ({
    [file]: (text: string) => {
      const [last = '', ...before] = stances(text)
        .split(/(?=^- id: )/m)
        .reverse();
      const more: Record<string, string> = { a, b, c, d };
      const changed = last.replace(/\{ id: ([abcd]),/g, (found, id: string) => `${found} stance: ${more[id]},`);
      return [changed, ...before].reverse().join('');
    },
  });
  const found = (changes: Parameters<typeof said>[1]) => said(mustPassMixed, changes).join('\n');

  test('a module whose answers say nothing of what to do is asked for nothing', () => {
    expect(found({})).toBe('');
  });

  test('a single choice is no form of a must-pass rule, nor what says nothing of what to do', () => {
    const text = found({ [file]: stances });
    expect(text).toContain(single);
    expect(text).toMatch(/q_fir_004\.mustPass: does not say what its answers do with a post\. Give each/);
  });

  test('it has something that is fine, and something that is not', () => {
    expect(found(form('go', 'stop', 'go', 'stop'))).toMatch(/q_fir_004\.mustPass: has nothing that is to be stopped/);
    expect(found(form('stop', 'go', 'stop', 'go'))).toMatch(
      /q_fir_004\.mustPass: has nothing that is fine as it stands\./,
    );
    expect(found(form('go', 'go', 'go', 'stop'))).not.toContain('q_fir_004');
  });
});
