import type { Server } from './fake-lms.ts';
import { scriptOf } from './lms.ts';
import type { Profile } from './profiles.ts';
import { ruleOf } from './rules.ts';

/** Runs in the LMS's page: saves to `/save` as Moodle's script does, with a beacon where a request is impossible. */
function sendTo(values: Record<string, string>, beacon: boolean, fallsBack: boolean): boolean {
  const body = JSON.stringify(values);
  if (beacon) return navigator.sendBeacon('/save', body);
  const request = new XMLHttpRequest();
  try {
    request.open('POST', '/save', false);
    request.send(body);
  } catch {
    return fallsBack && navigator.sendBeacon('/save', body);
  }
  return request.status === 200 && request.responseText === 'true';
}

/**
 * The fake as plain script for an LMS page: sets `window.fake` and puts the API up. Needs Node's own type stripping
 * (a bundler would rename what the functions use).
 * @param remote values go to `/save` of the page's server instead of staying in the page
 */
export function pageSource(profile: Profile, server: Server, remote = false): string {
  const object = profile.standard === 'scorm12' ? 'API' : 'API_1484_11';
  return `(() => {
const server = ${JSON.stringify(server)};
const profile = ${JSON.stringify(profile)};
const sendTo = ${sendTo.toString()};
const block = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
const send = ${remote ? '(values, beacon) => sendTo(values, beacon, profile.offlineIsTrue)' : 'undefined'};
const fake = (${scriptOf(profile).toString()})(profile, ${ruleOf.toString()}, server, { block, send });
for (const type of ['pagehide', 'beforeunload']) addEventListener(type, () => fake.leaving(true));
document.addEventListener('visibilitychange', () => fake.leaving(document.visibilityState === 'hidden'));
window.fake = { ...fake, server };
window.${object} = fake.api;
})();`;
}
