/** Prints what a child measured: seconds since `started`, the highest memory of the process in MB, a check of the figures. */
export function result(
  started: number,
  items: readonly { id: string; n: number; facility: number | null; discrimination: number | null }[],
) {
  const seconds = (performance.now() - started) / 1000;
  const check = items.map((i) => `${i.id} ${i.n} ${i.facility?.toFixed(4)} ${i.discrimination?.toFixed(4)}`).sort();
  let sum = 0;
  for (const line of check) for (const c of line) sum = (Math.imul(sum, 31) + (c.codePointAt(0) ?? 0)) >>> 0;
  console.log(
    JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, items: items.length, check: sum }),
  );
}
