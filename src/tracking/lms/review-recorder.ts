import type { Environment } from '../environment.ts';
import { watchPage } from '../page-life.ts';
import type { Stored } from './dialect.ts';
import type { Link } from './link.ts';
import { NOTHING, type Recorder } from './recorder.ts';

/**
 * Review, browse and no-credit: Moodle takes writes there and would overwrite a stored pass, so none are made. Review
 * finishes quietly; the others make no call at all, since finishing a browse launch completes it
 * (docs/standards/scorm.md, Modes).
 */
export function createReviewRecorder(
  env: Environment,
  link: Link,
  standard: 'scorm12' | 'scorm2004',
  stored: Stored,
): Recorder {
  const { learner, status, score, suspend } = stored;
  let finished = stored.access === 'silent';
  const finish = () => {
    if (finished) return;
    finished = true;
    link.finish();
  };
  const nothing = () => {};
  watchPage(env, { hidden: nothing, gone: finish, back: nothing, cached: nothing, restored: nothing });
  return {
    launch: { ...NOTHING, standard, access: 'review', learner, status, score, suspend },
    update: nothing,
    saveNow: async () => {},
    exit: async () => finish(),
    takeOver: async () => {},
    state: () => ({ kind: 'review' }),
  };
}
