import { entry, type Use } from './data.ts';

const part = /\s+([a-zA-Z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|\{(?:[^{}]|\{[^{}]*\})*\}|([^\s"'{>]+)))?|\s+\{[^{}]*\}/y;

/** Attributes of the tag that begins at a place. */
function attributesAt(text: string, at: number): { name: string; value: string }[] {
  part.lastIndex = at;
  const found: { name: string; value: string }[] = [];
  for (let m = part.exec(text); m; m = part.exec(text)) {
    if (m[1]) found.push({ name: m[1].toLowerCase(), value: (m[2] ?? m[3] ?? m[4] ?? '').toLowerCase() });
  }
  return found;
}

/** Elements and attributes of a document or an Astro component; its scripts and styles are read by others. */
export function markupUses(file: string, text: string): Use[] {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  const markup = text
    .replace(/^---\n[\s\S]*?\n---\n/, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/(?<=<(script|style)\b[^>]*>)[\s\S]*?(?=<\/\1>)/gi, blank);
  return [...markup.matchAll(/<([a-z][a-z0-9]*)\b/g)].flatMap((tag) => {
    const [open, name = ''] = tag;
    const line = markup.slice(0, tag.index).split('\n').length;
    const use = (paths: string[], shown: string, at: string): Use[] => {
      const feature = paths.find(entry);
      return feature ? [{ file, line, feature, shown, at }] : [];
    };
    const attributes = attributesAt(markup, tag.index + open.length);
    return [
      ...use([`html.elements.${name}`], `<${name}>`, open),
      ...attributes.flatMap(({ name: a, value }) => [
        ...use([`html.elements.${name}.${a}`, `html.global_attributes.${a}`], `the attribute ${a}`, `${open} ${a}`),
        ...(value
          ? use(
              [
                `html.elements.${name}.${a}.${value}`,
                `html.elements.${name}.${a}_${value}`,
                `html.global_attributes.${a}.${value}`,
              ],
              `${a}="${value}"`,
              `${open} ${a}="${value}"`,
            )
          : []),
      ]),
    ];
  });
}
