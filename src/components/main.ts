import { patiently } from './patience.ts';

/**
 * The document's own script, small so that it is there at once. It asks for all that gives the module life when the
 * first picture has been painted, which `public/assets/early.js` tells. Without that file nothing is waited for.
 */
const { painted } = window as { painted?: Promise<unknown> };

Promise.resolve(painted)
  .then(() => patiently(() => import('./live.ts')))
  .then(({ start }) => start())
  .catch((error: unknown) => {
    // The text stays readable and its links work: only say that the interactive part is missing.
    document.body.setAttribute('data-failed', '');
    console.error(error);
  });
