import type { Facts } from '../run.ts';

/** Quartiles of a measure over people; null below the size of a small group. */
export interface Spread {
  readonly n: number;
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
}

/** How many people fall into a step of a scale. */
export interface Step {
  readonly at: number;
  readonly n: number;
}

/** Part 5, for one route: people in scope, each once, by the latest of their rounds that has the figure. */
export interface Effort {
  readonly route: string;
  readonly minutes: Spread;
  /** Steps of five minutes; the last holds everything longer. */
  readonly minutesSteps: readonly Step[];
  readonly firstPaper: Spread;
  /** Questions right on the first paper. */
  readonly firstPaperSteps: readonly Step[];
  /** Questions of a paper. */
  readonly of: number;
  /** Papers up to and with the one that passed; the last step holds everything more. */
  readonly papers: readonly Step[];
}

const quartiles = (value: string, least: number) => `count(*)::int n,
  case when count(*) >= ${least} then round(quantile_cont(${value}, 0.25), 1) end q1,
  case when count(*) >= ${least} then round(median(${value}), 1) end as median,
  case when count(*) >= ${least} then round(quantile_cont(${value}, 0.75), 1) end q3`;

/**
 * Makes `effort_round`: the rounds of people in scope with their first paper. Numbers of rounds rise with time, so that
 * the highest of a person is the latest.
 */
async function rounds(x: Facts) {
  await x.db.run(`create or replace table first_paper as select r.rid, arg_min(p.correct, (p.taken, p.n)) correct, arg_min(p.total, (p.taken, p.n)) total
      from record_round r join round_attempt a on a.pid = r.pid and a.way = r.route and a.on_edition = r.edition and a.nth = r.nth
      join paper p on p.aid = a.aid where p.kind in ('paper', 'diagnostic') group by r.rid;
    create or replace table effort_round as select rid, pid, route, minutes, ended, papers, correct, total
      from record_round join standing using (pid) left join first_paper using (rid) where in_scope`);
}

/** Minutes from the declarations, and papers from their own notes. */
export async function effort(x: Facts): Promise<Effort[]> {
  const least = x.settings.smallGroup;
  const spread = (from: string) => x.db.one<Spread>(`select ${quartiles('v', least)} from ${from}`);
  const steps = async (value: string, from: string) => {
    const rows = await x.db.all<Step>(`select ${value} as "at", count(*)::int n from ${from} group by 1 order by 1`);
    return rows.reduce((sum, r) => sum + r.n, 0) >= least ? rows : [];
  };
  await rounds(x);
  const routes = await x.db.all<{ route: string }>('select distinct route from effort_round order by 1');
  const out: Effort[] = [];
  for (const { route } of routes) {
    // Somebody on a second round who has not declared in it yet still counts with the declaration of the first.
    const once = (value: string, where: string) =>
      `(select arg_max(${value}, rid) v from effort_round where route = '${route}' and ${where} group by pid)`;
    const [timed, first] = [once('minutes', 'minutes is not null'), once('correct', 'correct is not null')];
    const { of } = await x.db.one<{ of: number }>(
      `select coalesce(max(v), 12)::int as "of" from ${once('total', 'correct is not null')}`,
    );
    out.push({
      route,
      of,
      minutes: await spread(timed),
      minutesSteps: await steps('least(floor(v / 5) * 5, 60)::int', timed),
      firstPaper: await spread(first),
      firstPaperSteps: await steps('v', first),
      papers: await steps('least(v, 5)::int', once('papers', 'ended and papers > 0')),
    });
  }
  return out;
}
