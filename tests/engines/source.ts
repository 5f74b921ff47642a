// biome-ignore lint/suspicious/noExplicitAny: any script of a page
type Script = (...args: any[]) => unknown;

/** A script for a page as text, as a function without arguments. */
export const source = {
  plain: (script: Script, args: readonly unknown[]): string => `() => (${script})(...${JSON.stringify(args)})`,
  /** One that gives JSON, the one language that all drivers bring over unharmed. */
  json: (script: Script, args: readonly unknown[]): string =>
    `async () => JSON.stringify(await (${script})(...${JSON.stringify(args)}))`,
};
