import { openFake } from './fake-lms.ts';
import type { Profile } from './profiles.ts';
import { openQueue } from './queue-lms.ts';

/** The script an LMS of this profile runs. Self-contained. */
export const scriptOf = (profile: Profile) => (profile.queued ? openQueue : openFake);
