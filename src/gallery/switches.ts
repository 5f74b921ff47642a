/** How a state is looked at, as its address says: `?dark&text=200`. */
export interface Switches {
  readonly light: boolean;
  readonly dark: boolean;
  readonly forced: boolean;
  /** Text twice as large. */
  readonly large: boolean;
  /** The words are read from right to left. */
  readonly rtl: boolean;
}

/** Names of the switches, with what the gallery calls them. */
export const names: Readonly<Record<keyof Switches, string>> = {
  light: 'Light',
  dark: 'Dark',
  forced: 'Forced colours',
  large: '200 % text',
  rtl: 'Right to left',
};

/** Whether a media query asks for a feature that a switch decides, and what then becomes of it. */
const decided = ({ light, dark, forced }: Switches, media: string): string => {
  const is = (on: boolean) => (on ? '(min-width: 0)' : '(max-width: 0)');
  const scheme = light || dark;
  return media
    .replace(/\(prefers-color-scheme:\s*(dark|light)\)/g, (all, s) => (scheme ? is((s === 'dark') === dark) : all))
    .replace(/\(forced-colors:\s*active\)/g, (all) => (forced ? is(true) : all));
};

/** What a browser does in forced colours, roughly. The tests have the real thing. */
const FORCED = `*, ::before, ::after { color: CanvasText !important; background-color: transparent !important;
  border-color: ButtonBorder !important; box-shadow: none !important; } a { color: LinkText !important; }
  html, dialog, header, [popover] { background-color: Canvas !important; }`;

function decide(rules: CSSRuleList, switches: Switches): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const media = decided(switches, rule.media.mediaText);
      if (media !== rule.media.mediaText) rule.media.mediaText = media;
    }
    if (rule instanceof CSSGroupingRule) decide(rule.cssRules, switches);
  }
}

/** Sets the switches of the document, of which its style sheets learn by the browser's settings otherwise. */
export function apply(switches: Switches): void {
  const root = document.documentElement;
  for (const sheet of document.styleSheets) decide(sheet.cssRules, switches);
  const sheet = new CSSStyleSheet();
  const scheme = switches.dark ? 'dark' : switches.light ? 'light' : '';
  sheet.replaceSync(
    [
      scheme && `:root { color-scheme: ${scheme} !important }`,
      switches.forced && FORCED,
      switches.large && 'html { font-size: calc(2 * var(--size)) !important }',
    ]
      .filter(Boolean)
      .join('\n'),
  );
  document.adoptedStyleSheets = [sheet];
  if (switches.rtl) root.dir = 'rtl';
}

/** Reads them from a query. */
export function switchesOf(query: URLSearchParams): Switches {
  const on = (name: keyof Switches) => query.has(name);
  return { light: on('light'), dark: on('dark'), forced: on('forced'), large: on('large'), rtl: on('rtl') };
}
