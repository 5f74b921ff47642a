/** A figure of an item that both ways must agree on. */
export interface Figure {
  readonly id: string;
  readonly n: number;
  readonly facility: number | null;
  readonly discrimination: number | null;
}

/** Prints what a child measured: seconds since `started`, the highest memory of the process in MB, the figures. */
export function result(started: number, items: readonly Figure[]) {
  const seconds = (performance.now() - started) / 1000;
  const figures = items.map(({ id, n, facility, discrimination }) => ({ id, n, facility, discrimination }));
  console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, figures }));
}
