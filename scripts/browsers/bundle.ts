import ts from 'typescript';
import { entry, pathsBelow, type Use } from './data.ts';
import { isGuarded, regexUses } from './syntax.ts';

/** Methods of the language's own values, by name; a name that two of them share counts as the first. */
const methods = new Map(
  ['Array', 'String', 'Set', 'Map'].flatMap((owner) =>
    pathsBelow(`javascript.builtins.${owner}`).map((path) => [path.slice(path.lastIndexOf('.') + 1), path] as const),
  ),
);

/** Objects with a name of their own in scripts, and the interface they have. */
const known: Record<string, string> = {
  document: 'Document',
  navigator: 'Navigator',
  window: 'Window',
  performance: 'Performance',
  crypto: 'Crypto',
};

/** Every name a script gives to something of its own. */
function ownNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (n: ts.Node) => {
    const named = n as ts.NamedDeclaration;
    if (named.name && ts.isIdentifier(named.name) && !ts.isPropertyAccessExpression(n)) names.add(named.name.text);
    ts.forEachChild(n, visit);
  };
  visit(source);
  return names;
}

/** Where a node of a script without types leads in the data; null where only types could say it. */
function pathOf(node: ts.Node, own: ReadonlySet<string>): { path: string | undefined; name: string } | null {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.name.text;
    const on = ts.isIdentifier(node.expression) && !own.has(node.expression.text) ? node.expression.text : '';
    const owner = known[on] ?? on;
    const paths = on
      ? [`javascript.builtins.${owner}.${name}`, `api.${owner}.${name}`, `api.${owner}.${name}_static`]
      : [ts.isCallExpression(parent) && parent.expression === node ? (methods.get(name) ?? '') : ''];
    return { path: paths.find((p) => p && entry(p)), name };
  }
  if (!ts.isIdentifier(node) || own.has(node.text)) return null;
  if ((ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node) return null;
  const paths = [`api.${node.text}`, `javascript.builtins.${node.text}`, `api.Window.${node.text}`];
  return { path: paths.find(entry), name: node.text };
}

/**
 * What a built script uses unguarded, as far as it can be told without types: globals, their members, methods of
 * lists, texts, sets and maps by name, regular expressions. This is how the libraries are watched; our own sources
 * are read with types (script.ts).
 */
export function bundleUses(file: string, code: string): Use[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true);
  const own = ownNames(source);
  const uses: Use[] = [];
  const add = (node: ts.Node, feature: string, shown: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    uses.push({ file, line: line + 1, feature, shown, at: node.parent.getText().slice(0, 200) });
  };
  const visit = (node: ts.Node) => {
    const found = pathOf(node, own);
    if (found?.path && !isGuarded(node, found.name)) add(node, found.path, found.name);
    if (ts.isRegularExpressionLiteral(node)) for (const r of regexUses(node.text)) add(node, r.feature, r.shown);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}
