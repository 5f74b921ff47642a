import { Scorm2004API } from 'scorm-again';
import { manifest } from '../../../scorm/manifest.ts';

/** What a player keeps of an attempt when the window closes. */
export interface Kept {
  /** Where the course stands (SCORM 2004 4th ed. SN 4.2), as scorm-again writes it. */
  readonly sequencing: string;
  readonly cmi: Readonly<Record<string, string>>;
}

const xml = manifest(
  'scorm2004',
  { id: 'course', package: 'course', title: 'Course' },
  { id: 'induction', title: 'induction' },
  [],
  [],
);
const says = (tag: string, attribute: string) => new RegExp(`<imsss:${tag} [^>]*${attribute}="true"`).test(xml);

/** The activity tree of our package: an organization with one SCO in it. */
const activityTree = {
  id: 'course',
  title: 'Course',
  sequencingControls: { choice: says('controlMode', 'choice'), flow: says('controlMode', 'flow') },
  children: [
    {
      id: 'module',
      title: 'Module',
      deliveryControls: {
        tracked: says('deliveryControls', 'tracked'),
        completionSetByContent: says('deliveryControls', 'completionSetByContent'),
        objectiveSetByContent: says('deliveryControls', 'objectiveSetByContent'),
      },
    },
  ],
};

/**
 * A player that sequences, as ADL's Run-Time Environment does and Moodle does not: scorm-again with our activity tree.
 * @param kept what it kept of the launch before
 * @param change what the module's sets become on their way
 */
export function openPlayer(kept?: Kept, change = (_element: string, value: string): string | null => value) {
  const exceptions: string[] = [];
  const ends: string[] = [];
  /** What the module set, launches before included. */
  const values = new Map(Object.entries(kept?.cmi ?? {}));
  const service = { processHttpRequest: () => ({ result: 'true', errorCode: 0 }), updateSettings() {} };
  const settings = { lmsCommitUrl: 'https://lms.example/commit', logLevel: 5, sequencing: { activityTree } };
  const api = new Scorm2004API(settings as never, service as never);
  api.setSequencingEventListeners({
    onSequencingError: (exception) => exceptions.push(exception),
    onSequencingSessionEnd: ({ reason }) => ends.push(reason),
  });
  if (kept) {
    api.deserializeSequencingState(kept.sequencing);
    api.loadFromFlattenedJSON(kept.cmi);
  }
  /** scorm-again relies on `this`, and so does our module. */
  const front = new Proxy(api, {
    get(target, name) {
      if (name !== 'SetValue') return Reflect.get(target, name);
      return (element: string, value: string) => {
        const changed = change(element, value);
        if (changed === null) return 'true';
        if (element.startsWith('cmi.')) values.set(element, changed);
        return target.lmsSetValue(element, changed);
      };
    },
  });
  const standing = (id: string) => {
    const tracked = api.getActivityTrackingData(id);
    return tracked && { completion: tracked.completionStatus, success: tracked.successStatus, score: tracked.score };
  };
  return {
    window: { parent: { API_1484_11: front } },
    exceptions,
    ends,
    /** What the learner does in the player's own pages; false when it is refused. */
    navigate: (request: 'start' | 'resumeAll') => api.processNavigationRequest(request),
    standing: () => ({ module: standing('module'), course: standing('course') }),
    sequencing: () => {
      const { sequencing } = JSON.parse(api.serializeSequencingState()) as {
        sequencing: { currentActivity: string | null; suspendedActivity: string | null };
      };
      return { current: sequencing.currentActivity, suspended: sequencing.suspendedActivity };
    },
    keep(): Kept {
      // How the last session ended is not given back (SCORM 2004 4th ed. RTE 4.2.8, 4.2.21).
      const cmi = [...values].filter(([element]) => !/cmi\.exit|session_time/.test(element));
      return { sequencing: api.serializeSequencingState(), cmi: { ...Object.fromEntries(cmi), 'cmi.entry': 'resume' } };
    },
  };
}
