import type { HostileLms } from '../hostile/lms-server.ts';
import type { Learner } from './learner.ts';
import { answers } from './lms.ts';
import { until } from './until.ts';

/** How long the network is away, of its own nature. */
const OUTAGE = 3_000;
/** A probe may come late; a learner looks now and then. */
const PATIENCE = 30_000;

/**
 * Watches the header: whenever it says “Saved”, the LMS holds all of what was answered.
 * @param isOver whether the look may end, by what the header says
 */
export async function neverLies(
  learner: Learner,
  lms: HostileLms,
  answered: number,
  isOver: (header: string) => boolean,
): Promise<void> {
  const look = async () => {
    const header = await learner.header();
    const held = answers(lms).length; // read after the header: what it claims must be there already
    if (header === 'Saved' && held < answered) {
      throw new Error(
        `expected “Saved” only when it is true\nseen: “Saved”, and the LMS holds ${held} of ${answered} answers`,
      );
    }
    return header;
  };
  await until(`the header to come to rest, with ${answered} answers in the LMS`, look, isOver, PATIENCE);
}

/** Answers question 2 while the network is lost for 3 s; then it is back, and the header tells the truth all along. */
export async function answersInOutage(learner: Learner, lms: HostileLms): Promise<void> {
  lms.server.net = 'offline';
  await learner.answer();
  const end = performance.now() + OUTAGE;
  await neverLies(learner, lms, 2, () => performance.now() > end);
  lms.server.net = 'up';
  await neverLies(learner, lms, 2, (header) => header === 'Saved');
}
