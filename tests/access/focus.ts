/** In CSS pixels. */
interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the focus is, and what is wrong with that. */
export interface Held {
  /** Its place in the document, counted over all elements; -1 when nothing of the module has the focus. */
  readonly n: number;
  /** What kind of control it is, by how it is drawn. */
  readonly kind: string;
  readonly name: string;
  /** The box that shows the focus, in the page, with room for a ring around it. */
  readonly clip: Clip;
  /** The control's own box in the page, where it is known by its shape and not by its words. */
  readonly shape: Clip | null;
  /**
   * Strips of the edge above and below the row it stands in, where a row with an edge can be chosen, moved or filled
   * in: each begins with the ground that the edge stands out from, and has no words in it.
   */
  readonly edges: readonly Clip[];
  /** Its box in the document, or null where it stays in place while the document scrolls. */
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } | null;
  /** Why it cannot be seen; null when it can. */
  readonly hidden: string | null;
}

/** Runs in the module's frame; needs nothing from outside. */
export function held(): Held {
  const e = document.activeElement;
  const nothing = {
    n: -1,
    kind: '',
    name: '',
    clip: { x: 0, y: 0, width: 0, height: 0 },
    shape: null,
    edges: [],
    box: null,
    hidden: null,
  };
  if (!e || e === document.body || !document.hasFocus()) return nothing;
  const row = e.closest('label') ?? e;
  const { left, right, top, bottom, width, height } = row.getBoundingClientRect();
  const name = (e.getAttribute('aria-label') ?? row.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  const stays = (from: Element | null) => {
    for (let at = from; at; at = at.parentElement)
      if (/^(sticky|fixed)$/.test(getComputedStyle(at).position)) return at;
    return null;
  };
  const own = stays(e) ?? e.closest('dialog');
  const over = [
    [left + Math.min(width / 2, 20), top + 1],
    [left + width / 2, top + Math.min(height / 2, 12)],
    [right - 2, Math.min(bottom, top + 20) - 1],
  ]
    .map(([x = 0, y = 0]) => stays(document.elementFromPoint(x, y)))
    .find((at) => at && at !== own && !at.contains(e));
  const shows = getComputedStyle(e).clipPath === 'none' && width > 1;
  const out = top < -1 || Math.min(bottom, top + 20) > innerHeight + 1 || left < -1 || left > innerWidth;
  const edged = e.closest('.mock-post') ?? e.closest('.choice, .sort, .steps li');
  const state = e.closest<HTMLElement>('[data-state]')?.dataset['state'] ?? '';
  const frame = window.frameElement?.getBoundingClientRect();
  const around = (of: Element, margin: number) => {
    const box = of.getBoundingClientRect();
    return {
      x: Math.max(0, (frame?.left ?? 0) + box.left - margin),
      y: Math.max(0, (frame?.top ?? 0) + box.top - margin),
      width: box.width + 2 * margin,
      height: Math.min(box.height, 200) + 2 * margin,
    };
  };
  const edgesOf = (of: Element) => {
    const box = of.getBoundingClientRect();
    // Beside the round corners.
    const [x, width] = [Math.round((frame?.left ?? 0) + box.left + 16), Math.round(box.width - 32)];
    const strip = (at: number) => {
      const y = Math.round((frame?.top ?? 0) + at - 4);
      const covered = [4, -4].some((d) => stays(document.elementFromPoint(box.left + box.width / 2, at + d)));
      return at < 4 || at + 4 > innerHeight || covered ? [] : [{ x, y, width, height: 8 }];
    };
    return [...strip(box.top), ...strip(box.bottom)];
  };
  // A row may show the focus of its box.
  const rings = [e, row, e.closest('.choice')].find((r) => r && getComputedStyle(r).outlineStyle !== 'none') ?? e;
  return {
    n: [...document.querySelectorAll('*')].indexOf(e),
    kind: [
      e.tagName,
      e.getAttribute('type'),
      e.className,
      e.parentElement?.className,
      e.closest('li, nav, footer, header')?.className,
      edged?.className,
      state,
    ].join(' '),
    name: `${e.tagName.toLowerCase()} “${name}”`,
    clip: around(rings, 8),
    shape: e.matches('input') || !row.textContent?.trim() || e.matches('.thread a') ? around(e, 4) : null,
    edges: edged ? edgesOf(edged) : [],
    box: own ? null : { left, right, top: top + scrollY, bottom: bottom + scrollY },
    hidden: !shows
      ? 'has no room on the screen'
      : out
        ? `from ${Math.round(top)} px, out of view`
        : over
          ? `under ${over.className || over.tagName}`
          : null,
  };
}

/**
 * Gives the focus to the first control of the document, and from then on keeps what each release of the Tab key finds:
 * the focus has moved by then and the screen with it. Runs in the module's frame. @param look source of `held`
 */
export function listen(look: string): void {
  const at = new Function(`return (${look})()`) as () => Held;
  const kept: Held[] = [];
  const keep = (event: KeyboardEvent) => event.key === 'Tab' && kept.push(at());
  const w = window as { heard?: { readonly kept: Held[]; stop(): void } };
  w.heard?.stop();
  addEventListener('keyup', keep, true);
  w.heard = { kept, stop: () => removeEventListener('keyup', keep, true) };
  first(document.querySelector('dialog[open]') ?? document)?.focus();
  kept.push(at());

  function first(within: ParentNode) {
    const all = [...within.querySelectorAll<HTMLElement>('a[href], button, input, summary')];
    return all.find((e) => e.checkVisibility() && !e.matches(':disabled'));
  }
}

/** What was kept; `more`: the focus is still in the module. Runs in the module's frame. */
export function heard(): { kept: Held[]; more: boolean } {
  const { kept = [] } = (window as { heard?: { kept: Held[] } }).heard ?? {};
  return { kept, more: document.hasFocus() && new Set(kept.map((h) => h.n)).size === kept.length };
}

/**
 * Gives one control after the other the focus, to the last and back to the first, and says what hides it: on the way
 * back it is the bar at the top that may lie over it. Runs in the module's frame. @param look as above
 */
export function onEach(ns: readonly number[], look: string): { name: string; hidden: string | null }[] {
  const at = new Function(`return (${look})()`) as () => Held;
  const all = [...document.querySelectorAll<HTMLElement>('*')];
  // What has the focus already is not brought into view by getting it once more.
  (document.activeElement as HTMLElement | null)?.blur();
  return [...ns, ...[...ns].reverse()].map((n) => {
    all[n]?.focus();
    return at();
  });
}

/** The focus on one control. Runs in the module's frame. */
export function focusAt(n: number): void {
  document.querySelectorAll<HTMLElement>('*')[n]?.focus();
}

/** Pixels by their contrast: runs in an empty page, which knows how to read a PNG. @param pngs as base64 */
export async function contrasts([before, after]: readonly [string, string]): Promise<{
  /** Pixels that differ by 3:1 or more between the two. */
  readonly changed: number;
  /** Pixels of the first that stand out by 3:1 or more from its corner. */
  readonly edge: number;
}> {
  const read = async (png: string) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    canvas?.drawImage(bitmap, 0, 0);
    const { data } = canvas?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    return Array.from({ length: data.length / 4 }, (_, i) => {
      const [r = 0, g = 0, b = 0] = [0, 1, 2].map((k) => {
        const c = (data[4 * i + k] ?? 0) / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
  };
  const [a, b] = [await read(before), await read(after)];
  const stands = (x = 0, y = 0) => (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05) >= 3;
  return { changed: a.filter((l, i) => stands(l, b[i])).length, edge: a.filter((l) => stands(l, a[0])).length };
}
