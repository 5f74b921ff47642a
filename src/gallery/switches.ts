import { answered } from '../app/preferences.ts';

/** How a state is looked at, as its address says: `?dark&large`. */
export interface Switches {
  readonly light?: boolean;
  readonly dark?: boolean;
  readonly forced?: boolean;
  /** Text twice as large. */
  readonly large?: boolean;
  /** The words are read from right to left. */
  readonly rtl?: boolean;
}

/** Names of the switches, with what the gallery calls them. */
export const names: Readonly<Record<keyof Switches, string>> = {
  light: 'Light',
  dark: 'Dark',
  forced: 'Forced colours',
  large: '200 % text',
  rtl: 'Right to left',
};

/** What a browser does in forced colours, roughly. The tests have the real thing. */
const FORCED = `*, ::before, ::after { color: CanvasText !important; background-color: transparent !important;
  border-color: ButtonBorder !important; box-shadow: none !important; } a { color: LinkText !important; }
  html, dialog, header, [popover] { background-color: Canvas !important; }`;

function* mediaRules(rules: CSSRuleList): Iterable<CSSMediaRule> {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) yield rule;
    if (rule instanceof CSSGroupingRule) yield* mediaRules(rule.cssRules);
  }
}

/** Media rules as written. */
const written = new Map<CSSMediaRule, string>();
let direction: string | undefined;

/** Sets the document's switches in place of those set before, as the reader's own panel does it where it can. */
export function apply({ light, dark, forced, large, rtl }: Switches): void {
  const root = document.documentElement;
  const scheme = dark ? 'dark' : light ? 'light' : '';
  const wishes = new URLSearchParams({ ...(large && { text: '200' }), ...(scheme && { theme: scheme }) });
  const sheets = [...document.styleSheets].flatMap((sheet) => [...mediaRules(sheet.cssRules)]);
  for (const rule of sheets) {
    const query = written.get(rule) ?? rule.media.mediaText;
    written.set(rule, query);
    const now = answered(query, wishes).replace(/\(forced-colors: ?active\)/, (asked) => (forced ? 'screen' : asked));
    if (rule.media.mediaText !== now) rule.media.mediaText = now;
  }
  root.style.setProperty('--zoom', large ? '2' : '1');
  root.style.colorScheme = scheme;
  const sheet = new CSSStyleSheet();
  if (forced) sheet.replaceSync(FORCED);
  document.adoptedStyleSheets = [sheet];
  direction ??= root.dir;
  root.dir = rtl ? 'rtl' : direction;
}

/** Reads them from a query. */
export const switchesOf = (query: URLSearchParams): Switches =>
  Object.fromEntries(Object.keys(names).map((name) => [name, query.has(name)]));
