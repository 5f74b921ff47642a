/**
 * What browsers of the policy lack and a few lines give back (docs/browsers.md). Runs by itself, before anything is
 * fetched, so that a failed start takes nothing of it away. Each part steps aside where the browser knows better.
 */
import { startPrinting } from './older/printing.ts';
import { startTerms } from './older/terms.ts';

startTerms(document);
startPrinting(window);
