import { describe, expect, it } from 'vitest';
import { realCourse } from '../../../../tests/support/real-course.ts';
import { walk } from '../../../quiz/scenario-machine.ts';
import { logOf } from './log.ts';

const { scenarios } = realCourse();
const log = (id: string, path: string) => {
  const scenario = scenarios[id];
  if (!scenario) throw new Error(`no scenario ${id}`);
  return logOf(scenario, walk(scenario, path));
};

describe('the log of a story', () => {
  it('tells a decision with its hour, what came before it and what came of it; the last arrivals are now', () => {
    const { turns, now, clock } = log('limes_notice', 'a');
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatchObject({ at: 'Sat 10:20', clock: 'Sat 10:24', number: 2 });
    expect(turns[0]?.before.map((e) => e.arrival.from)).toEqual(['colin']);
    expect(turns[0]?.after.map((e) => [e.at, e.number])).toEqual([['Sat 10:24', 3]]);
    expect(now.map((e) => e.at)).toEqual(['Sat 10:50', '']);
    expect(clock).toBe('Sat 10:50');
  });

  it('quotes the act that a line rests on, with its hour, and what was said without its marks', () => {
    const { turns, now } = log('limes_notice', 'ac');
    expect(turns[0]?.said).toBe('Rubbish. Nobody’s touching those limes.');
    expect(now.find((e) => e.arrival.when === 'guessed')?.earlier).toEqual({
      at: 'Sat 10:20',
      text: turns[0]?.text,
    });
    expect(turns.flatMap((t) => [...t.before, ...t.after]).filter((e) => e.arrival.unless && e.earlier)).toEqual([]);
  });

  it('tells a deed apart from words, and has no quotation where nothing was done that counts', () => {
    const { turns, now } = log('limes_notice', 'ba');
    expect(turns.map((t) => t.said)).toEqual([undefined, 'Two sick limes go, six come. Speaking for myself.']);
    expect(now.filter((e) => e.earlier)).toEqual([]);
  });

  it('keeps the day until another is named', () => {
    expect(log('desk_photo', 'acaa').clock).toBe('Fri 09:40');
  });
});
