import ts from 'typescript';
import { entry, type Use } from './data.ts';
import { isGuarded, regexUses } from './syntax.ts';

/** TypeScript's own descriptions of the platform. */
const isPlatform = (file: ts.SourceFile) => /\/typescript\/lib\/lib\.[^/]*d\.ts$/.test(file.fileName);

/** The name of what declares a member: an interface, or the object that carries its static side. */
function ownerOf(declaration: ts.Declaration): string | null {
  for (let at: ts.Node = declaration.parent; at; at = at.parent) {
    if (ts.isInterfaceDeclaration(at) || ts.isModuleDeclaration(at)) return at.name.text;
    if (ts.isVariableDeclaration(at) && ts.isIdentifier(at.name)) return at.name.text;
  }
  return null;
}

/** Interfaces of a type, and those they are made of. */
function interfacesOf(type: ts.Type): string[] {
  const parts = type.isUnionOrIntersection() ? type.types : [type];
  return parts.flatMap((t) => [
    ...(t.symbol ? [t.symbol.name] : []),
    ...(t.isClassOrInterface() ? (t.getBaseTypes() ?? []) : []).flatMap(interfacesOf),
  ]);
}

/** Where MDN's data may keep a member of an owner. */
function pathsOf(owner: string, member: string): string[] {
  const plain = owner.replace(/^Readonly(?=Array|Map|Set)/, '').replace(/(?<=.)Constructor$|(?<=Iterator)Object$/, '');
  const places = [`api.${plain}`, `javascript.builtins.${plain}`, `javascript.builtins.Intl.${plain}`];
  return places.flatMap((p) => [`${p}.${member}`, `${p}.${member}_static`]);
}

/** A member or a global of the platform, by where it is declared and on what it is used. */
function memberPath(symbol: ts.Symbol | undefined, on: ts.Type | null): string | undefined {
  const declared = symbol?.declarations?.filter((d) => isPlatform(d.getSourceFile())) ?? [];
  if (!symbol || declared.length === 0 || declared.length !== symbol.declarations?.length) return undefined;
  const owners = [...declared.flatMap((d) => ownerOf(d) ?? []), ...(on ? interfacesOf(on) : [])];
  const paths = on
    ? owners.flatMap((owner) => pathsOf(owner, symbol.name))
    : [`api.${symbol.name}`, `javascript.builtins.${symbol.name}`, `api.Window.${symbol.name}`];
  return paths.find(entry);
}

/** `addEventListener('scrollend', …)`: the event, on any kind of thing that has it. */
function eventPath(call: ts.CallExpression, checker: ts.TypeChecker): string | undefined {
  const [type] = call.arguments;
  if (!/\baddEventListener$/.test(call.expression.getText()) || !type || !ts.isStringLiteral(type)) return undefined;
  const on = ts.isPropertyAccessExpression(call.expression)
    ? interfacesOf(checker.getApparentType(checker.getTypeAtLocation(call.expression.expression)))
    : [];
  return [...on, 'Window', 'Document', 'Element'].map((o) => `api.${o}.${type.text}_event`).find(entry);
}

interface Found {
  readonly path: string | undefined;
  /** The name a guard would ask for. */
  readonly name: string;
  readonly shown: string;
}

const attributeOf = (node: ts.JsxAttribute): Found | null => {
  const [name, tag] = [node.name.getText().toLowerCase(), node.parent.parent.tagName.getText()];
  const path = [`html.elements.${tag}.${name}`, `html.global_attributes.${name}`].find(entry);
  return /^[a-z]/.test(tag) ? { path, name, shown: `the attribute ${name}` } : null;
};

/** What one node uses; null where its name is old everywhere, so that its type need not be worked out. */
function foundIn(node: ts.Node, checker: ts.TypeChecker, late: ReadonlySet<string>): Found | null {
  const on = (of: ts.Node) => checker.getApparentType(checker.getTypeAtLocation(of));
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const key = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
    if (!(ts.isIdentifier(key) || ts.isStringLiteral(key)) || !late.has(key.text)) return null;
    const path = memberPath(checker.getSymbolAtLocation(key), on(node.expression));
    return { path, name: key.text, shown: `.${key.text}` };
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = (node.propertyName ?? node.name).getText();
    if (!late.has(name)) return null;
    const from = on(node.parent);
    return { path: memberPath(from.getProperty(name), from), name, shown: `.${name}` };
  }
  if (ts.isCallExpression(node)) {
    const [type] = node.arguments;
    if (!type || !ts.isStringLiteral(type) || !late.has(type.text)) return null;
    // Whether an event comes cannot be asked beforehand: no guard has its name.
    return { path: eventPath(node, checker), name: '', shown: `the event ${type.text}` };
  }
  if (ts.isJsxAttribute(node)) return attributeOf(node);
  if (ts.isJsxOpeningLikeElement(node)) {
    const tag = node.tagName.getText();
    return { path: /^[a-z]/.test(tag) ? `html.elements.${tag}` : undefined, name: tag, shown: `<${tag}>` };
  }
  if (!ts.isIdentifier(node) || !late.has(node.text) || ts.isPartOfTypeNode(node)) return null;
  if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return null;
  return { path: memberPath(checker.getSymbolAtLocation(node), null), name: node.text, shown: node.text };
}

/**
 * What scripts use unguarded that a browser may lack: those named, and all of ours they import. TypeScript says which
 * thing a member belongs to, so that a list's `at` and an element's `checkVisibility` are told from ours.
 * @param late names that some browser lacks (data.ts) @param name a file as it is said
 */
export function scriptUses(
  entries: readonly string[],
  late: ReadonlySet<string>,
  name: (path: string) => string,
): Use[] {
  const program = ts.createProgram(entries, {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  return program
    .getSourceFiles()
    .filter((f) => !f.isDeclarationFile && !f.fileName.includes('/node_modules/'))
    .flatMap((source) => {
      const found: Use[] = [];
      const add = (node: ts.Node, feature: string, shown: string) => {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push({ file: name(source.fileName), line: line + 1, feature, shown, at: node.parent.getText() });
      };
      const visit = (node: ts.Node) => {
        const use = foundIn(node, checker, late);
        if (use?.path && !(use.name && isGuarded(node, use.name))) add(node, use.path, use.shown);
        if (ts.isRegularExpressionLiteral(node)) for (const r of regexUses(node.text)) add(node, r.feature, r.shown);
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}
