import type { Standard } from '../../scorm/types.ts';

/** What the two standards call the same thing. */
export interface ElementNames {
  readonly learnerId: string;
  readonly learnerName: string;
  /** 1.2: lesson_status. 2004: completion_status. */
  readonly status: string;
  readonly mode: string;
  readonly credit: string;
  readonly entry: string;
  readonly exit: string;
  readonly score: string;
  readonly sessionTime: string;
  readonly totalTime: string;
  /** Learner's response of an interaction. */
  readonly response: string;
  /** Time of an interaction. */
  readonly time: string;
}

/** Element names by standard (SCORM 1.2 RTE 3.4; SCORM 2004 4th ed. RTE 4.2). */
export const elements: Record<Standard, ElementNames> = {
  scorm12: {
    learnerId: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    status: 'cmi.core.lesson_status',
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    entry: 'cmi.core.entry',
    exit: 'cmi.core.exit',
    score: 'cmi.core.score.raw',
    sessionTime: 'cmi.core.session_time',
    totalTime: 'cmi.core.total_time',
    response: 'student_response',
    time: 'time',
  },
  scorm2004: {
    learnerId: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    status: 'cmi.completion_status',
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    entry: 'cmi.entry',
    exit: 'cmi.exit',
    score: 'cmi.score.raw',
    sessionTime: 'cmi.session_time',
    totalTime: 'cmi.total_time',
    response: 'learner_response',
    time: 'timestamp',
  },
};

/** Whether Moodle stores it: navigation requests are acted on or not, and never kept (its mod/scorm/datamodel.php). */
export const isRecorded = (element: string) => element.startsWith('cmi.');

/** What a module may not write (1.2 error 403, 2004 error 404). */
export function readOnly(standard: Standard, element: string): boolean {
  const n = elements[standard];
  return (
    [n.learnerId, n.learnerName, n.mode, n.credit, n.entry, n.totalTime].includes(element) ||
    /\._(children|count|version)$|^cmi\._version$|launch_data|comments_from_lms|student_data|threshold|passing/.test(
      element,
    )
  );
}
