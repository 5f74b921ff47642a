import type { Course, Earned, Progress, Today } from './model.ts';

/** Things to do on the day of a pass: more are not done. */
const THINGS = 3;

const fits = ({ role }: { readonly role?: string | undefined }, progress: Progress) =>
  role === undefined || (progress.roles?.includes(role) ?? false);

/** What this learner can now do, under its headings. */
export const earnedBy = (course: Course, progress: Progress): readonly Earned[] =>
  (course.afterwards?.earned ?? []).filter((e) => fits(e, progress));

/** At most three things to do on the day of a pass: those of the learner's roles first, then the others in their order. */
export function thingsToDo(course: Course, progress: Progress): readonly Today[] {
  const mine = (course.afterwards?.today ?? []).filter((t) => fits(t, progress));
  return [...mine.filter((t) => t.role), ...mine.filter((t) => !t.role)].slice(0, THINGS);
}

/** The days to come back on, each at midnight of the device's time zone. @param at seconds since 1970 */
export const comeBackOn = (course: Course, at: number) =>
  (course.afterwards?.recall?.days ?? []).map(({ weeks, months = 0, title, text }) => ({
    day: weeks ? daysOn(at, weeks * 7) : monthsOn(at, months),
    title,
    text,
  }));

/** The day a number of days after a moment. @param at seconds since 1970 */
function daysOn(at: number, days: number): Date {
  const from = new Date(at * 1000);
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
}

/**
 * The day a number of months after a moment, at midnight of the device's time zone. Where that month is shorter, its
 * last day. @param at seconds since 1970
 */
export function monthsOn(at: number, months: number): Date {
  const from = new Date(at * 1000);
  const day = new Date(from.getFullYear(), from.getMonth() + months, 1);
  const last = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
  day.setDate(Math.min(from.getDate(), last));
  return day;
}
