import { inductionTime, refresherTime } from '../measure/duration.ts';
import { standardsOf } from '../measure/standards.ts';
import { problemAt } from '../read/entry.ts';
import type { Rule } from '../read/rule.ts';

/** Content rules 25 and 27: the computed minutes of both routes stay within bounds. */
export const readingTime: Rule = (c) => {
  const { inductionMinutes, refresherMinutes } = standardsOf(c.module.data);
  const routes = [
    { name: 'induction', most: inductionMinutes, time: inductionTime(c) },
    ...(c.module.data.diagnostic ? [{ name: 'refresher', most: refresherMinutes, time: refresherTime(c) }] : []),
  ];
  return routes.flatMap(({ name, most, time }) => {
    if (time.minutes <= most) return [];
    const words = Math.ceil((time.minutes - most) * 238);
    const message = `the ${name} takes ${time.minutes.toFixed(1)} minutes (${Math.round(time.total.words)} words)`;
    return [
      problemAt(c.module, ['parts'], message, `Cut about ${words} words on its path, to come to ${most} minutes.`),
    ];
  });
};
