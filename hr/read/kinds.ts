/** Columns that say who a row is about; null: not in the file. */
export interface Who {
  /** One column, or first and last name. */
  readonly name: readonly number[];
  readonly staffId: number | null;
  readonly username: number | null;
  readonly email: number | null;
  readonly department: number | null;
  readonly staffType: number | null;
}

/** An activity's column in a completion report or a gradebook. */
export interface ActivityColumn {
  readonly name: string;
  readonly column: number;
}

/** The four columns of one interaction; null: its box was not ticked. */
export interface InteractionColumns {
  readonly question: number | null;
  readonly response: number | null;
  readonly right: number | null;
  readonly result: number | null;
}

/** Columns of Moodle's SCORM reports that come before the interactions. */
export interface AttemptColumns {
  readonly attempt: number;
  readonly started: number;
  readonly last: number;
  readonly score: number;
  /** The SCO's own column, named after its title; null in a basic report without track details. */
  readonly sco: ActivityColumn | null;
}

/** What a file is. */
export type Kind =
  | {
      readonly kind: 'completion';
      readonly who: Who;
      readonly activities: readonly (ActivityColumn & { readonly date: number })[];
    }
  | { readonly kind: 'basic' | 'objectives'; readonly who: Who; readonly columns: AttemptColumns }
  | {
      readonly kind: 'interactions';
      readonly who: Who;
      readonly columns: AttemptColumns;
      readonly interactions: readonly InteractionColumns[];
    }
  | { readonly kind: 'gradebook'; readonly who: Who; readonly grades: readonly ActivityColumn[] }
  | { readonly kind: 'lms'; readonly who: Who; readonly columns: Readonly<Record<string, number>> }
  | { readonly kind: 'lms-interactions'; readonly who: Who; readonly columns: Readonly<Record<string, number>> }
  | { readonly kind: 'people' };

/** What each kind is called on the page. */
export const kindNames: Readonly<Record<Kind['kind'], string>> = {
  completion: 'activity completion report',
  basic: 'SCORM basic report',
  objectives: 'SCORM objectives report',
  interactions: 'SCORM interactions report',
  gradebook: 'gradebook export',
  lms: 'results of the trial LMS',
  'lms-interactions': 'interactions of the trial LMS',
  people: 'people file',
};
