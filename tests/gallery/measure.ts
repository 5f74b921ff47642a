/**
 * What a page is measured by. The functions run in the page, so each holds all that it needs: hand them to
 * `page.evaluate`.
 */

/** A rectangle of the document, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is shown, and where its parts are. */
export interface Layout {
  /** Around everything shown, at most `most` pixels high. */
  readonly clip: Box;
  /** `tag x dy width height` of each part, `dy` from the top of the part before: what moves all below it counts once. */
  readonly parts: readonly string[];
}

/** @param shows selector of what is looked at; all that it finds in view @param most height of a picture */
export function layoutOf({ shows, most }: { shows: string; most: number }): Layout {
  const found = [...document.querySelectorAll(shows)].filter((e) => e.getClientRects().length > 0);
  if (found.length === 0) throw new Error(`nothing is shown of ${shows}`);
  const rects = found.map((e) => e.getBoundingClientRect());
  const x = Math.max(0, Math.floor(Math.min(...rects.map((r) => r.left))));
  const y = Math.max(0, Math.floor(Math.min(...rects.map((r) => r.top)) + scrollY));
  const right = Math.min(innerWidth, Math.ceil(Math.max(...rects.map((r) => r.right))));
  const bottom = Math.ceil(Math.max(...rects.map((r) => r.bottom)) + scrollY);
  const tags = 'h1,h2,h3,h4,p,label,button,.button,summary,legend,dt,dd,figure,textarea,progress';
  const inside = found.flatMap((e) => [...(e.matches(tags) ? [e] : []), ...e.querySelectorAll(tags)]);
  let above = y;
  const parts = inside.flatMap((e) => {
    const r = e.getBoundingClientRect();
    // What is folded away has its place all the same.
    if (!e.checkVisibility() || r.width === 0 || r.height === 0 || getComputedStyle(e).clipPath === 'inset(50%)')
      return [];
    const top = r.top + scrollY;
    const part = [r.left - x, top - above, r.width, r.height].map(Math.round).join(' ');
    above = top;
    return [`${e.localName} ${part}`];
  });
  return { clip: { x, y, width: right - x, height: Math.min(most, bottom - y) }, parts };
}

/** The colours that words, grounds and edges of what is shown have, each once: the least change of one is told. */
export function coloursOf(shows: string): string {
  const found = [...document.querySelectorAll(shows)].filter((e) => e.getClientRects().length > 0);
  const colours = new Set<string>();
  for (const e of found.flatMap((f) => [f, ...f.querySelectorAll('*')])) {
    if (!e.checkVisibility()) continue;
    const style = getComputedStyle(e);
    const edges = ['top', 'right', 'bottom', 'left'].filter(
      (side) => style.getPropertyValue(`border-${side}-style`) !== 'none',
    );
    const all = ['color', 'background-color', ...edges.map((side) => `border-${side}-color`)];
    for (const name of all) colours.add(style.getPropertyValue(name));
  }
  const hex = (colour: string) => {
    const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return a === 0 ? [] : [[r, g, b].map((v) => v.toString(16).padStart(2, '0')).join('') + (a < 1 ? `/${a}` : '')];
  };
  return [...new Set([...colours].flatMap(hex))].sort().join(' ');
}

/**
 * Text that is cut off, and text that lies over other text, in words; none: all is well. Looks at everything that
 * stands in the page; of an open dialog at the dialog alone. Besides, whether the page scrolls sideways.
 */
export function faultsOfGeometry(): string[] {
  const page = document.querySelector('iframe')?.contentDocument ?? document;
  const view = page.defaultView ?? window;
  const root = page.querySelector('dialog[open]') ?? page.body;
  const faults = new Set<string>();
  const named = (e: Element) => {
    const words = (e.textContent ?? '').trim().replace(/\s+/g, ' ');
    const by = e.className && typeof e.className === 'string' ? `.${e.className.trim().split(/\s+/)[0]}` : '';
    return `${e.localName}${by} “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
  };
  /** What holds for an element as for all that it stands in is found out once for each. */
  const once = <T>(find: (e: Element, up: Element | null) => T) => {
    const known = new Map<Element, T>();
    return (e: Element): T => {
      if (!known.has(e)) known.set(e, find(e, e.parentElement));
      return known.get(e) as T;
    };
  };
  /** For screen readers alone. */
  const unseen: (e: Element) => boolean = once(
    (e, up) =>
      e.localName === 'svg' || view.getComputedStyle(e).clipPath === 'inset(50%)' || (up !== null && unseen(up)),
  );
  /** What is laid over the page by intent is compared with its own kind only. */
  const layerOf: (e: Element) => Element | null = once((e, up) => {
    const position: string = view.getComputedStyle(e).position;
    if (position === 'fixed' || position === 'sticky' || e.matches('dialog, [popover]')) return e;
    return up && layerOf(up);
  });
  const width = page.documentElement.clientWidth;
  const over = page.documentElement.scrollWidth - width;
  if (over > 1) faults.add(`the page is ${over} px too wide`);
  const texts: { element: Element; layer: Element | null; rects: DOMRect[] }[] = [];
  // A screen that is not shown is passed by whole. What is folded away has its place all the same.
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return (node as Element).checkVisibility() ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent?.trim() || !element?.checkVisibility({ visibilityProperty: true }) || unseen(element))
      continue;
    const range = page.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((r) => r.width > 0.5 && r.height > 0.5);
    if (rects.length === 0) continue;
    texts.push({ element, layer: layerOf(element), rects });
    const left = Math.min(...rects.map((r) => r.left));
    const right = Math.max(...rects.map((r) => r.right));
    const bottom = Math.max(...rects.map((r) => r.bottom));
    if (right > width + 1 || left < -1) faults.add(`beyond the edge: ${named(element)}`);
    let told = false;
    // What is taken out of the flow lies in another box than the one it is written in.
    const out = (e: Element) => /absolute|fixed/.test(view.getComputedStyle(e).position);
    const boxOf = (e: Element) => (out(e) && e instanceof view.HTMLElement ? e.offsetParent : e.parentElement);
    for (let up: Element | null = element; up && up !== page.documentElement; up = boxOf(up)) {
      const { overflowX, overflowY, display } = view.getComputedStyle(up);
      if (display === 'inline' || display === 'contents' || up === page.body) continue;
      const box = up.getBoundingClientRect();
      const slack = 2;
      const wide = right > box.right + slack || left < box.left - slack;
      // Once is enough: what stands around it is too narrow for it as well.
      if (wide && !told && overflowX !== 'auto') faults.add(`wider than its box: ${named(up)}`);
      told ||= wide;
      if (overflowY !== 'visible' && overflowY !== 'auto' && overflowY !== 'scroll' && bottom > box.bottom + slack)
        faults.add(`cut off below: ${named(up)}`);
      if (overflowX === 'auto' || overflowY === 'auto' || overflowY === 'scroll') break;
    }
  }
  // A line's box is higher than its letters: only what is well inside another counts.
  const lines = texts.flatMap((t) =>
    t.rects.map((r) => ({
      ...t,
      left: r.left,
      right: r.right,
      top: r.top + r.height / 4,
      bottom: r.bottom - r.height / 4,
    })),
  );
  lines.sort((a, b) => a.top - b.top);
  for (const [i, a] of lines.entries()) {
    for (let k = i + 1; k < lines.length; k++) {
      const b = lines[k];
      if (!b || b.top >= a.bottom) break;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (across > 2 && a.element !== b.element && a.layer === b.layer && Math.min(a.bottom, b.bottom) - b.top > 1)
        faults.add(`one over the other: ${named(a.element)} and ${named(b.element)}`);
    }
  }
  return [...faults];
}
