import { openFake, type Server } from './fake-lms.ts';
import type { Profile } from './profiles.ts';
import { ruleOf } from './rules.ts';

/**
 * The fake as plain script: sets `window.fake` and puts the API up in the window it runs in. Needs Node's own type
 * stripping (a bundler would rename what the functions use).
 */
export function pageSource(profile: Profile, server: Server): string {
  const object = profile.standard === 'scorm12' ? 'API' : 'API_1484_11';
  return `(() => {
const server = ${JSON.stringify(server)};
const block = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
const fake = (${openFake.toString()})(${JSON.stringify(profile)}, ${ruleOf.toString()}, server, { block });
for (const type of ['pagehide', 'beforeunload']) addEventListener(type, () => fake.leaving(true));
document.addEventListener('visibilitychange', () => fake.leaving(document.visibilityState === 'hidden'));
window.fake = { ...fake, server };
window.${object} = fake.api;
})();`;
}
