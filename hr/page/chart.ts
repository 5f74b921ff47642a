import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { escapeMarkup, Markup } from '../../src/markup/markup.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Colours of states, from the module's own tokens; each is always named in words beside it. */
export const stateColours = {
  done: 'var(--accent)',
  'in progress': 'var(--chart-care)',
  'not started': 'var(--chart-rest)',
} as const;

/** Widths in pixels at which a chart is drawn: for a page and for a phone. */
const widths = { wide: 704, narrow: 336 } as const;

/** What Plot is given; the same spec is drawn at both widths. */
export type Spec = (width: number) => Plot.PlotOptions;

function draw(spec: Spec, width: number, label: string): string {
  const options = spec(width);
  const svg = Plot.plot({
    width,
    ...options,
    document: document as unknown as Document,
    style: { fontFamily: 'inherit', fontSize: '14px', background: 'none', color: 'inherit', overflow: 'visible' },
  });
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  svg.setAttribute('role', 'img');
  svg.removeAttribute('height');
  svg.setAttribute('width', '100%');
  // Plot puts a style element for itself into every chart; ours is in the page's own style sheet.
  return (
    (svg as unknown as { toString(): string })
      .toString()
      // Written here: the library leaves < as it is in attributes, which is allowed but alarms scanners.
      .replace('<svg ', () => `<svg aria-label="${escapeMarkup(label)}" `)
      .replace(/<style>[\s\S]*?<\/style>/g, '')
      .replaceAll(/ class="plot[^"]*"/g, '')
  );
}

/**
 * A static picture with its text equivalent, drawn for a page and for a phone; the style sheet shows one of them.
 * @param label what the picture shows, in words: read by screen readers.
 */
export function chart(spec: Spec, label: string): Markup {
  const [wide, narrow] = [draw(spec, widths.wide, label), draw(spec, widths.narrow, label)];
  return new Markup(`<div class="chart wide">${wide}</div><div class="chart narrow">${narrow}</div>`);
}

/** The mark of a legend. */
type Swatch = 'square' | 'line' | 'dot' | 'ring' | 'diamond';

/** A legend of marks and words. */
export const legend = (entries: readonly (readonly [name: string, colour: string, swatch?: Swatch])[]) =>
  new Markup(
    `<ul class="legend">${entries
      .map(
        ([name, colour, swatch]) =>
          `<li><i${swatch && swatch !== 'square' ? ` class="${swatch}"` : ''} style="--mark:${escapeMarkup(colour)}"></i>${escapeMarkup(name)}</li>`,
      )
      .join('')}</ul>`,
  );

/** The legend of bars of states, with the line that marks the target. */
export const stateLegend = (target: number) =>
  legend([...Object.entries(stateColours), [`target: ${target}% done`, 'var(--ink)', 'line']]);

export { Plot };
