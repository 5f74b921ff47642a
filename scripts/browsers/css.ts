import { type CssNode, generate, parse, walk } from 'css-tree';
import { entry, pathsBelow, type Use } from './data.ts';

/** Functions, by name: the data file them under the type they make (`css.types.color.color-mix`). */
const functions = new Map(
  pathsBelow('css.types').map((path) => [path.slice(path.lastIndexOf('.') + 1), path] as const),
);

/** Units that the data know as families. */
function unitPath(unit: string): string {
  const u = unit.toLowerCase();
  if (/^[dsl]v(h|w|i|b|min|max)$/.test(u)) return 'css.types.length.viewport_percentage_units_dynamic';
  if (/^cq(h|w|i|b|min|max)$/.test(u)) return 'css.types.length.container_query_length_units';
  return `css.types.length.${u}`;
}

const named = (n: CssNode) => (typeof n.name === 'string' ? n.name.toLowerCase() : '');

const NESTED = ['A rule inside a rule', 'css.selectors.nesting'] as const;

/** What a node of the tree uses: paths to try in the data, and how it is written. */
function featuresOf(node: CssNode, property: string, nested: boolean): readonly string[] | null {
  const name = named(node);
  switch (node.type) {
    case 'Atrule':
      return nested ? NESTED : [`@${name}`, `css.at-rules.${name}`];
    case 'FeatureRange':
      return ['A range such as (width >= 30rem)', 'css.at-rules.media.range_syntax'];
    case 'Feature':
      return [`@media (${name})`, `css.at-rules.media.${name.replace(/^(min|max)-/, '')}`];
    case 'PseudoClassSelector':
      return [`:${name}`, `css.selectors.${name}`];
    case 'PseudoElementSelector':
      return [`::${name}`, `css.selectors.${name}`];
    case 'NestingSelector':
      return NESTED;
    case 'Rule':
      return nested ? NESTED : null;
    case 'Raw':
      // The parser leaves a rule inside a rule unread where it begins with a name.
      return String(node.value).includes('{') ? NESTED : null;
    case 'Declaration':
      return [property, `css.properties.${property}`];
    case 'Identifier':
      return property ? [`${property}: ${name}`, `css.properties.${property}.${name}`] : null;
    case 'Function':
      return [`${name}()`, functions.get(name) ?? ''];
    case 'Dimension':
      return [`the unit ${node.unit}`, unitPath(node.unit ?? '')];
    default:
      return null;
  }
}

/** In values, an earlier declaration of the same property in the same block is what shows where this one is unknown. */
const inValue = new Set(['Identifier', 'Function', 'Dimension']);

/** `@supports (…)` guards what it holds; `@supports not (…)` holds what is for browsers without. */
const guards = (n: CssNode) =>
  n.type === 'Atrule' && named(n) === 'supports' && n.prelude != null && !/^\s*not\b/.test(generate(n.prelude));

/** Every feature of a style sheet with an entry in the data, apart from those that `@supports` or a fallback guards. */
export function cssUses(file: string, css: string): Use[] {
  const uses: Use[] = [];
  let guarded = 0;
  let rules = 0;
  walk(parse(css, { positions: true }), {
    enter(node) {
      if (guards(node)) guarded++;
      const insideRule = rules > 0;
      if (node.type === 'Rule') rules++;
      // The question of @supports is read by all browsers of the policy.
      if (node.type === 'AtrulePrelude' && this.atrule && named(this.atrule) === 'supports') return walk.skip;
      // What has a maker's prefix is for that maker's browsers, in a rule of its own.
      const property = (node.property ?? this.declaration?.property ?? '').toLowerCase();
      if (guarded > 0 || /^(--|-)/.test(property) || named(node).startsWith('-')) return undefined;
      const [shown = '', ...paths] = featuresOf(node, property, insideRule) ?? [];
      const feature = paths.find((p) => p && entry(p));
      if (!feature) return undefined;
      const earlier = [...(this.block?.children ?? [])].filter(
        (n) => n.property === property && (n.loc?.start.offset ?? 0) < (this.declaration?.loc?.start.offset ?? 0),
      );
      if (inValue.has(node.type) && earlier.length > 0) return undefined;
      const holder =
        this.declaration ??
        (node.type === 'Declaration' ? node : null) ??
        this.rule?.prelude ??
        this.atrule?.prelude ??
        node;
      uses.push({ file, line: node.loc?.start.line ?? 0, feature, shown, at: generate(holder) });
      return undefined;
    },
    leave(node) {
      if (guards(node)) guarded--;
      if (node.type === 'Rule') rules--;
    },
  });
  return uses;
}
