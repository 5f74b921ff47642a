/** What the server says at the beginning of a session. */
export interface LaunchData {
  readonly session: number;
  readonly standard: 'scorm12' | 'scorm2004';
  readonly mode: 'normal' | 'review';
  readonly credit: string;
  readonly entry: string;
  readonly strict: boolean;
  /** The data model as the module will read it. */
  readonly cmi: Record<string, string>;
}
