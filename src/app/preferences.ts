import { deepStore } from '../tracking/deep-store.ts';

/** Where a reader's choices are kept on the device: one place for every module of this site. */
const KEY = 'reading';

/** How the panel's form writes them: `text=150&spacing=wide&theme=dark&motion=none`; nothing: as the device has it. */
type Wishes = URLSearchParams;

/** A choice as a number. @returns 1 for text at 100 % */
const scaleOf = (wishes: Wishes) => Number(wishes.get('text') ?? 100) / 100;

/**
 * A media query as it stands once the reader has answered it in place of the device: theme, motion, and lengths in rem,
 * which in a query know nothing of the text size chosen here. A dark screen stays white on paper.
 * @param query with the question of theme or motion alone or first
 */
export function answered(query: string, wishes: Wishes): string {
  const [theme, motion] = [wishes.get('theme'), wishes.get('motion')];
  const told = (yes: boolean) => (yes ? 'screen' : 'not all');
  return query
    .replace(/\(prefers-color-scheme: ?(\w+)\)/, (asked, value) => (theme ? told(theme === value) : asked))
    .replace(/\(prefers-reduced-motion: ?([\w-]+)\)/, (asked, value) => (motion ? told(value === 'reduce') : asked))
    .replace(/([\d.]+)rem/g, (_, n) => `${Number(n) * scaleOf(wishes)}rem`);
}

function* mediaRules(rules: CSSRuleList): Iterable<CSSMediaRule> {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) yield rule;
    if (rule instanceof CSSGroupingRule) yield* mediaRules(rule.cssRules);
  }
}

/** Every question that the document's own sheets put to the device, as written. */
function questionsOf(page: Document): Map<CSSMediaRule, string> {
  const own = [...page.styleSheets].filter((sheet) => !sheet.href);
  const rules = own.flatMap((sheet) => [...mediaRules(sheet.cssRules)]);
  return new Map(rules.map((rule) => [rule, rule.media.mediaText]));
}

/**
 * The panel "Display": text size, spacing, theme and motion, effective at once, kept on this device and recorded nowhere.
 * An LMS may clear localStorage at each log-in, so they are in IndexedDB too; where neither may be used they hold as
 * long as the page. Runs by itself and first of all, so that as little as can be is painted another way before it.
 */
export function startPreferences(page: Document): void {
  const panel = page.querySelector<HTMLDialogElement>('#reading');
  const form = panel?.querySelector('form');
  if (!panel || !form) return;
  const root = page.documentElement;
  let questions: Map<CSSMediaRule, string> | undefined;

  /** The form's choices as text; on whatever was kept it has the last word, for it knows no others. */
  const chosen = () => new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const apply = () => {
    const wishes = chosen();
    root.style.setProperty('--zoom', String(scaleOf(wishes)));
    root.style.colorScheme = wishes.get('theme') ?? '';
    root.dataset['spacing'] = wishes.get('spacing') ?? '';
    questions ??= questionsOf(page);
    for (const [{ media }, query] of questions) {
      const now = answered(query, wishes);
      if (media.mediaText !== now) media.mediaText = now;
    }
  };
  const take = (kept: string) => {
    for (const [name, value] of new URLSearchParams(kept)) {
      const choices = form.elements.namedItem(name);
      if (choices instanceof RadioNodeList) choices.value = value;
    }
    apply();
  };
  const keep = () => {
    apply();
    const text = chosen().toString();
    quietly(() => localStorage.setItem(KEY, text));
    quietly(() => deepStore(KEY).set(KEY, text));
  };

  form.addEventListener('change', keep);
  // The event comes before the choices are back.
  form.addEventListener('reset', () => setTimeout(keep));
  const opener = page.querySelector<HTMLElement>('[data-opens="reading"]');
  opener?.addEventListener('click', () => panel.showModal());
  // A press beside the panel falls on nothing in it.
  panel.addEventListener('click', ({ target }) => target === panel && panel.close());
  // Safari gives no focus to a button that is pressed, so has none to give back.
  panel.addEventListener('close', () => opener?.focus());

  void quietly(async () => {
    const near = await quietly(() => localStorage.getItem(KEY));
    if (near) return take(near);
    for (const [, kept] of await deepStore(KEY).entries()) {
      take(kept);
      localStorage.setItem(KEY, kept);
    }
  });
}

/** What storage refuses, it refuses: the choices then hold as long as the page. */
async function quietly<T>(run: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}
