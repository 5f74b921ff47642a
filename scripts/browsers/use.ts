/** A feature of the platform that a file uses without a guard of its own. */
export interface Use {
  readonly file: string;
  readonly line: number;
  /** Its path in MDN's compatibility data, such as `css.selectors.has`. */
  readonly feature: string;
  /** As it is written: `:has()`. */
  readonly shown: string;
  /** The text it stands in, by which an entry of known.ts finds it. */
  readonly at: string;
}
