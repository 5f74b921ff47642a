import { html } from 'hono/html';
import { type Activity, byRoute, routeName, standardName } from '../activity.ts';
import type { Package } from '../packages.ts';
import { fullName, people } from '../people.ts';
import { type Html, page } from './layout.ts';

/** What the page says of a person's attempts: activity key → status. */
export type Standing = (username: string) => readonly { readonly activity: Activity; readonly status: string }[];

const label = (a: Activity) => `${routeName(a.route)}, ${standardName[a.standard]}`;

/** First page: choose a person and a package, launch. */
export function homePage(packages: readonly Package[], standing: Standing, strict: boolean): Html {
  const choices = people.map((p, i) => {
    const done = standing(p.username).map((s) => `${label(s.activity)}: ${s.status}`);
    return html`<label class="choice"><input type="radio" name="person" value="${p.username}" aria-labelledby="p${i}" aria-describedby="p${i}d" ${i === 0 ? 'checked' : ''}>
<span><b id="p${i}">${fullName(p)}</b> <small id="p${i}d">${p.staffType} · ${p.department}${done.length ? html`<br>${done.join(' · ')}` : ''}</small></span></label>`;
  });
  const activities = packages
    .toSorted((a, b) => byRoute(a.activity, b.activity))
    .map(
      (
        p,
        i,
      ) => html`<label class="choice"><input type="radio" name="activity" value="${p.activity.key}" aria-labelledby="a${i}" aria-describedby="a${i}d" ${i === 0 ? 'checked' : ''}>
<span><b id="a${i}">${label(p.activity)}</b> <small id="a${i}d">${p.title} · version ${p.version}</small></span></label>`,
    );
  return page(
    'Launch the module',
    html`<p class="lead">Choose who you are and what to open. The module runs in a real SCORM player and its record is kept in this computer’s database.${strict ? ' Strict lengths are on: 4,096 and 255 characters in SCORM 1.2.' : ''}</p>
<form method="post" action="/launch">
<fieldset><legend>Who is learning</legend><div class="choices two">${choices}</div></fieldset>
<fieldset><legend>Which package</legend><div class="choices">${activities}</div></fieldset>
<label class="tick"><input type="checkbox" name="fresh" value="yes"> <span>Start a new attempt if the last one is complete (otherwise it opens for review, as in Moodle)</span></label>
<p><button class="main">Launch</button></p>
</form>`,
  );
}
