import { lit } from '../db/open.ts';

/**
 * SQL: people whose latest completion up to the day of the report is manual evidence. Parts 1 and 8 both count them. A
 * manual completion has a day and no time: on the same day a completion in the LMS is the later one.
 */
export const doneByHand = (asOf: string) => `(select pid from round
  where passed and finished is not null and finished < timestamp ${lit(asOf)} + interval 1 day
  group by pid having not arg_max(source <> 'manual evidence', (finished, source <> 'manual evidence')))`;
