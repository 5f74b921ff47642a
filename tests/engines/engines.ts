import { chromium109 } from './chromium109.ts';
import type { Engine } from './driver.ts';
import { firefox } from './firefox.ts';
import { webkit, wpe } from './webkit.ts';

/** The engines that the journeys are played in, by name. Chromium of today has journeys of its own. */
export const engines: Record<string, Engine> = { firefox, webkit, wpe, chromium109 };
