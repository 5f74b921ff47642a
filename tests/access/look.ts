import type { Tab } from '../engines/driver.ts';

/** Gives the module's frame a size in CSS pixels. */
export const sizeFrame = (tab: Tab, width: number, height: number): Promise<void> =>
  tab.run(
    'page',
    async (w, h) => {
      const frame = document.querySelector('iframe');
      if (!frame) return;
      Object.assign(frame.style, { width: `${w}px`, height: `${h}px` });
      const inside = frame.contentWindow;
      // Laid out anew, and drawn: what listens to sizes has heard of it.
      await new Promise((done) => inside?.requestAnimationFrame(() => inside.requestAnimationFrame(done)));
    },
    width,
    height,
  );

/** Puts rules of a reader's own over the module's; none takes them away. */
export const ownStyles = (tab: Tab, css = ''): Promise<void> =>
  tab.run(
    'module',
    async (rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = rules ? [sheet] : [];
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    },
    css,
  );

/** What is wrong with where the text of the screen lies. Runs in the module's frame; needs nothing from outside. */
export function misplaced(): string[] {
  const found: string[] = [];
  const brief = (text: string | null) => `“${(text ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)}”`;
  const isForEars = (e: Element) => {
    const { clipPath, width, position } = getComputedStyle(e);
    return position === 'absolute' && (clipPath.startsWith('inset(50%') || width === '1px');
  };
  const up = function* (e: Element | null) {
    for (let at = e; at; at = at.parentElement) yield at;
  };
  scrollTo(0, 0);
  const room = document.documentElement.clientWidth;
  const sideways = document.documentElement.scrollWidth - room;
  if (sideways > 0) found.push(`scrolls sideways by ${sideways} px`);

  const lines: { box: DOMRect; block: Element; text: string; floats: Element | undefined }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.nodeValue?.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    const around = [...up(parent)];
    if (around.some(isForEars)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const block = around.find((e) => !/^(inline|contents)/.test(getComputedStyle(e).display)) ?? document.body;
    const floats = around.find((e) => /^(sticky|fixed|absolute)$/.test(getComputedStyle(e).position));
    const control = parent.closest('button, .button, label');
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      const text = brief(node.nodeValue);
      const clips = around.find((e) => {
        if (e === document.documentElement || e === document.body) return false;
        const { overflowX, overflowY } = getComputedStyle(e);
        const edge = e.getBoundingClientRect();
        const x = /hidden|clip/.test(overflowX) && (box.right > edge.right + 2 || box.left < edge.left - 2);
        const y = /hidden|clip/.test(overflowY) && (box.bottom > edge.bottom + 4 || box.top < edge.top - 4);
        return x || y;
      });
      if (clips) found.push(`${text} is cut off by its ${clips.className || clips.tagName}`);
      const scrolls = around.some(
        (e) => e !== document.documentElement && /auto|scroll/.test(getComputedStyle(e).overflowX),
      );
      if (!scrolls && (box.right > room + 1 || box.left < -1)) found.push(`${text} reaches out of the frame`);
      if (control) {
        const edge = control.getBoundingClientRect();
        if (box.right > edge.right + 2 || box.bottom > edge.bottom + 4 || box.top < edge.top - 4)
          found.push(`${text} reaches out of its ${control.className || control.tagName}`);
      }
      lines.push({ box, block, text, floats });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  for (const [i, a] of lines.entries()) {
    for (const b of lines.slice(i + 1)) {
      if (b.box.top >= a.box.bottom) break;
      if (a.block === b.block || a.block.contains(b.block) || b.block.contains(a.block) || a.floats !== b.floats)
        continue;
      const high = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      if (wide > 4 && high > 0.4 * Math.min(a.box.height, b.box.height)) found.push(`${a.text} lies over ${b.text}`);
    }
  }
  return [...new Set(found)].slice(0, 8);
}

/**
 * Targets that are hard to hit. Runs in the module's frame.
 * @param high what a target has to be high at least, in CSS pixels, where it stands alone; with 24 a smaller one is
 * enough when a circle of 24 px around its middle touches no other target
 */
export function hardToHit(high: number): string[] {
  const boxOf = (e: Element) => (e.closest('label') ?? e).getBoundingClientRect();
  /** In a line of words; its size is that of the line. */
  const isInLine = (e: Element) => {
    const inline = (of: Element) => getComputedStyle(of).display.startsWith('inline');
    if (!inline(e)) return false;
    let block = e.parentElement;
    while (block && inline(block)) block = block.parentElement;
    return [...(block?.childNodes ?? [])].some((n) => {
      const beside = n.nodeType === Node.TEXT_NODE || (n instanceof Element && inline(n) && !n.contains(e));
      return beside && /\w/.test(n.textContent ?? '');
    });
  };
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(
    (e) => e.checkVisibility({ visibilityProperty: true }) && boxOf(e).width > 1 && !e.matches(':disabled, .skip'),
  );
  /** Where a finger hits it: a pseudo element may reach further. */
  const areaOf = (e: Element) => {
    const { left, right, top, bottom } = boxOf(e);
    const { content, inset, position } = getComputedStyle(e, '::after');
    const out =
      content !== 'none' && position === 'absolute' ? inset.split(' ').map((v) => -Number.parseFloat(v)) : [0];
    const [t = 0, r = t, b = t, l = r] = out;
    return { left: left - l, right: right + r, top: top - t, bottom: bottom + b };
  };
  const places = all.map((e) => ({ e, ...areaOf(e) }));
  return places.flatMap(({ e, left, right, top, bottom }) => {
    const [w, h] = [right - left, bottom - top];
    if ((w >= 23.5 && h >= high - 0.5) || isInLine(e)) return [];
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const near = places.some((o) => {
      if (o.e === e || o.e.contains(e) || e.contains(o.e)) return false;
      const dx = Math.max(o.left - x, 0, x - o.right);
      const dy = Math.max(o.top - y, 0, y - o.bottom);
      return Math.hypot(dx, dy) < 12;
    });
    if (high <= 24 && !near) return [];
    const name = e.getAttribute('aria-label') ?? (e.closest('label') ?? e).textContent ?? '';
    return [
      `${e.tagName.toLowerCase()}.${e.className} “${name.trim().slice(0, 40)}” is ${Math.round(w)} × ${Math.round(h)} px`,
    ];
  });
}

/** What would be animated. Runs in the module's frame; needs nothing from outside. */
export function moves(): string[] {
  const all = [...document.querySelectorAll('*')].filter((e) => e.checkVisibility());
  const moving = all.filter((e) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(e);
    return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth';
  });
  const running = document.getAnimations().filter((a) => a.playState === 'running');
  return [...new Set([...moving.map((e) => `${e.tagName}.${e.className}`), ...running.map((a) => `runs: ${a.id}`)])];
}

/**
 * The foot in words, if it stands after the content; else nothing: what is seen of it, then what is folded away in it.
 * Runs in the module's frame.
 */
export function footNow(): string {
  const [main, foot] = [document.querySelector('main'), document.querySelector('footer')];
  const after = main && foot && main.compareDocumentPosition(foot) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (!after || !foot.checkVisibility()) return '';
  const seen = [...foot.querySelectorAll('a, button, summary')].filter((e) =>
    e.checkVisibility({ visibilityProperty: true }),
  );
  const words = (of: readonly Element[]) => of.map((e) => (e.textContent ?? '').replace(/\s+/g, ' ').trim());
  return [...words(seen), ...words([...foot.querySelectorAll('details')].filter((e) => e.checkVisibility()))].join(
    ' | ',
  );
}

/** Why it is not told, or not told well, that an answer is missing. Runs in the module's frame. */
export function untold(): string[] {
  const alert = [...document.querySelectorAll('.screen [role=alert]')].find((e) => e.checkVisibility());
  if (!alert?.textContent?.trim()) return ['nothing says what is missing'];
  const tied = [...document.querySelectorAll('[aria-describedby]')].filter((e) =>
    e.getAttribute('aria-describedby')?.split(' ').includes(alert.id),
  );
  if (tied.length === 0) return [`“${alert.textContent}” is tied to nothing`];
  return tied.some((e) => e.contains(document.activeElement)) ? [] : [`“${alert.textContent}”: the focus is elsewhere`];
}
