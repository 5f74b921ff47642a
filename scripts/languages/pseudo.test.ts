import { expect, test } from 'vitest';
import { pseudo } from './pseudo.ts';
import { pseudoCourse, pseudoDocument } from './pseudo-site.ts';

test('accented words are about 40 % longer, and stand between brackets', () => {
  const text = 'The learning system has a fault and cannot save at the moment.';
  const said = pseudo('en-XA', text);
  expect(said).toMatch(/^\[Ţĥéé ļééååŕñîîñĝ .*\]$/);
  expect(said.length / text.length).toBeGreaterThan(1.3);
  expect(said.length / text.length).toBeLessThan(1.5);
});

test('names in braces, ids of rules, addresses, handles and blanks at the ends stay', () => {
  expect(pseudo('en-XA', ' {n} of {of} ')).toBe(' [{n} ööf {of}] ');
  for (const kept of ['WRK-3', '@our_uni_live', 'https://example.org/a?b', '12 : 40', '{support}'])
    expect(pseudo('ar-XB', kept)).toContain(kept);
});

test('from right to left each word is turned by itself', () => {
  expect(pseudo('ar-XB', 'Save now.')).toBe('\u202eSave\u202c \u202enow\u202c.');
});

test('a document gets its language and direction; what is read changes, scripts, drawings and addresses do not', () => {
  const html =
    '<!doctype html><html lang="en-GB"><head><script src="a.js"></script></head><body data-title="Post"><a href="#wrk" title="Post">Post</a><svg aria-label="Post"><text x="1">VOTE</text></svg><b>WRK-3</b></body></html>';
  const made = pseudoDocument('ar-XB', html);
  expect(made).toContain('<html lang="ar-XB" dir="rtl">');
  expect(made).toContain('<script src="a.js"></script>');
  expect(made).toContain('href="#wrk" title="\u202ePost\u202c">\u202ePost\u202c</a>');
  expect(made).toContain('<text x="1">VOTE</text>');
  expect(made).toContain('<b>WRK-3</b>');
});

test('of the data the texts change and the ids stay', () => {
  const course = {
    lang: 'en-GB',
    strings: { lang: 'en-GB', exit: 'Save and exit' },
    parts: [{ id: 'run', title: 'Running', role: 'runs_account' }],
    scenarios: {
      s: { stage: 'feed', people: [{ id: 'mei', name: 'Mei', role: 'Student' }], goodSense: ['Call 999.'] },
    },
  };
  const made = JSON.parse(pseudoCourse('en-XA', JSON.stringify(course)));
  expect(made).toMatchObject({
    lang: 'en-XA',
    strings: { lang: 'en-XA', exit: '[Šååvéé ååñð ééxîîţ]' },
    parts: [{ id: 'run', title: '[Ŕûûññîîñĝ]', role: 'runs_account' }],
    scenarios: {
      s: { stage: 'feed', people: [{ id: 'mei', name: '[Mééîî]', role: '[Šţûûðééñţ]' }], goodSense: ['[Çååļļ 999.]'] },
    },
  });
});
