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

/** Part 5, for one route. */
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

/** Minutes from the declarations, and papers from their own notes. */
export async function effort(x: Facts): Promise<Effort[]> {
  const least = x.settings.smallGroup;
  const spread = (value: string, from: string) => x.db.one<Spread>(`select ${quartiles(value, least)} from ${from}`);
  const steps = async (value: string, from: string) => {
    const rows = await x.db.all<Step>(`select ${value} as "at", count(*)::int n from ${from} group by 1 order by 1`);
    return rows.reduce((sum, r) => sum + r.n, 0) >= least ? rows : [];
  };
  await x.db.run(`create or replace table first_paper as select r.route, arg_min(p.correct, p.n) correct, arg_min(p.total, p.n) total
      from record_round r join round_attempt a on a.pid = r.pid and a.way = r.route and a.on_edition = r.edition and a.nth = r.nth
      join paper p on p.aid = a.aid where p.kind in ('paper', 'diagnostic') group by r.rid, r.route having min(p.n) is not null`);
  const routes = await x.db.all<{ route: string }>('select distinct route from record_round order by 1');
  const out: Effort[] = [];
  for (const { route } of routes) {
    const timed = `record_round where route = '${route}' and minutes is not null`;
    const papers = `first_paper where route = '${route}'`;
    const { of } = await x.db.one<{ of: number }>(`select coalesce(max(total), 12)::int as "of" from ${papers}`);
    out.push({
      route,
      of,
      minutes: await spread('minutes', timed),
      minutesSteps: await steps('least(floor(minutes / 5) * 5, 60)::int', timed),
      firstPaper: await spread('correct', papers),
      firstPaperSteps: await steps('correct', papers),
      papers: await steps('least(papers, 5)::int', `record_round where route = '${route}' and ended and papers > 0`),
    });
  }
  return out;
}
