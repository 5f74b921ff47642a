import type { App } from '../app/app.ts';
import type { Course, Progress } from '../course/model.ts';
import type { SaveState } from '../tracking/port/port.ts';

/** What a state may do on its page once the page stands: what a learner would do to get there. */
export interface Hand {
  readonly app: App;
  /** The screen on show. */
  readonly screen: HTMLElement;
  /** Waits for something to be drawn. @throws Error naming the selector after ten seconds */
  readonly see: (selector: string) => Promise<HTMLElement>;
  /** Waits for it and clicks it; the n-th from 0 where there are several. */
  readonly press: (selector: string, n?: number) => Promise<void>;
  /** Waits until something else has taken its place. */
  readonly gone: (element: Element) => Promise<void>;
  /** Writes into a field, as typing does. */
  readonly type: (selector: string, text: string) => Promise<void>;
}

/** One state of one component, shown in the real document of a route. */
export interface State {
  /** Its address within its family: lower-case letters, digits and hyphens. */
  readonly slug: string;
  readonly title: string;
  /** Default: the induction. */
  readonly route?: 'refresher' | 'followup';
  /** Id of the screen on show; default `start`. */
  readonly screen?: string | ((course: Course) => string);
  /** Where the learner has come to; default: nowhere yet. */
  readonly progress?: (course: Course) => Progress;
  /** A resume state instead, for one that cannot be read. */
  readonly suspend?: string;
  /** Default: saved. */
  readonly save?: SaveState;
  /** What comes of "Save and exit"; default: the state before. */
  readonly leaves?: SaveState;
  /** The page around cannot be loaded again from here. */
  readonly shut?: true;
  /** The learner is taken to the screen and told so, instead of asking for it. */
  readonly told?: true;
  /** How far the start of the page has come; default: it runs. */
  readonly start?: 'loading' | 'failed' | 'no-script';
  readonly act?: (hand: Hand) => Promise<void>;
  /** What is looked at, as a selector; default: the screen. */
  readonly shows?: string;
  /** Its picture is taken in dark colours as well: here they carry meaning. */
  readonly dark?: true;
}

/** States that are looked at together. */
export interface Family {
  readonly slug: string;
  readonly title: string;
  readonly states: readonly State[];
}
