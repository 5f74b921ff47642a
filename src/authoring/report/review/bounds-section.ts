import { type Markup, markup } from '../../../markup/markup.ts';
import type { Content } from '../../read/content.ts';
import { measureBank } from '../bounds.ts';
import { boundsTables } from '../bounds-table.ts';

/** How far the bank asks for judgement and not for caution: what falls short, for HR to know of, and the figures. */
export function boundsSection(c: Content): Markup {
  const measured = measureBank(c);
  const { unmet } = measured;
  const lines = unmet.map(
    (u) => markup`<li>${u.text}.${u.accepted ? markup` <i>Accepted for now:</i> ${u.accepted}` : ''}</li>`,
  );
  return markup`<h2 id="bounds">For HR: bounds not met (${unmet.length})</h2>
<p>Nobody should pass by caution alone, by boldness alone or by guessing. The questions and stories are held to bounds for that; what falls short of one stands here.</p>
${unmet.length > 0 ? markup`<ul>${lines}</ul>` : markup`<p>All bounds are met.</p>`}
<details><summary>All figures</summary><pre>${boundsTables({ ...measured, unmet: [] })}</pre></details>`;
}
