/** A component that a lesson may use. */
export interface LessonComponent {
  /** Its one attribute; it names something of the content. */
  readonly attribute: 'id' | 'role';
  /** What the attribute names, in words. */
  readonly names: string;
  /** Whether it stands around words of the lesson; `false`: it stands alone, `<Clause id="WRK-4" />`. */
  readonly around: true | false | 'either';
}

/** Everything that may stand in a lesson besides plain text and Markdown. `Lesson.astro` draws each. */
export const lessonComponents: Readonly<Record<string, LessonComponent>> = {
  /** The rule just stated: a quiet link to it. */
  Clause: { attribute: 'id', names: 'clause', around: false },
  /** An unusual word, explained at a press. */
  Term: { attribute: 'id', names: 'glossary term', around: true },
  /** Another document, by its entry under settings in module.yaml. */
  Document: { attribute: 'id', names: 'document', around: false },
  /** A checklist that helps here, by its title or by words of the lesson. */
  Checklist: { attribute: 'id', names: 'checklist', around: 'either' },
  /** Paragraphs for learners with this role. */
  ForRole: { attribute: 'role', names: 'role', around: true },
};
