/**
 * A hostile LMS: learning systems that misbehave as real ones were seen to, a browser and a network that fail, virtual
 * time. Takes any tracker that keeps to the port of `src/tracking`, and any module. How: README.md. In front of a real
 * browser: `lms-server.ts`.
 */
export { type Campaign, runCampaign } from './campaign.ts';
export { ENGINES, type Engine } from './engine.ts';
export type { FakeLaunch, Server } from './fake-lms.ts';
export { OUTAGES } from './faults.ts';
export { type Outcome, runJourney } from './journey.ts';
export { type Profile, profiles } from './profiles.ts';
export { isPassed, missing, scoreOf } from './promise.ts';
export { endSession, purge, sentToLogin, signIn } from './sessions.ts';
export type * from './subject.ts';
export { callsOf, createWorld, type Opened, type OpenOptions, startOf, type World } from './world.ts';
