import { html } from 'hono/html';
import { standardName } from '../activity.ts';
import type { Package } from '../packages.ts';
import { fullName, type Person } from '../people.ts';
import type { Html } from './layout.ts';

/** The player: the module in a frame, its record beside it. */
export const playerPage = (pkg: Package, person: Person, attempt: { id: number; number: number }, base: string): Html =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${pkg.title} · ${fullName(person)}</title>
<link rel="stylesheet" href="/static/lms.css">
<script type="module" src="/player/player.ts"></script>
</head>
<body class="player">
<header class="bar">
<h1>${fullName(person)} <small>${standardName[pkg.activity.standard]}, attempt ${attempt.number}</small></h1>
<p id="state" role="status">Opening</p>
<nav aria-label="Player"><button type="button" id="toggle" aria-expanded="false" aria-controls="live">Record</button><a href="/attempts/${attempt.id}">Exit activity</a></nav>
</header>
<main>
<iframe id="module" name="module" title="${pkg.title}" data-src="${base}/content/${pkg.launch}"></iframe>
<noscript><p class="note">A SCORM player needs scripts. <a href="${base}/content/${pkg.launch}">Read the module without a record</a>.</p></noscript>
<aside id="live" aria-label="Record, live" tabindex="0" hidden>
<h2>Record, live</h2>
<p data-part="summary"></p>
<section class="wrong" data-part="flags" aria-label="What is wrong" hidden><h3>What is wrong</h3><ul></ul></section>
<details open><summary>Data model</summary><table><caption class="quiet">Element and value</caption><tbody data-part="rows"></tbody></table></details>
<details><summary>Calls, newest first</summary><ol class="calls" reversed data-part="log"></ol></details>
</aside>
</main>
</body>
</html>`;
