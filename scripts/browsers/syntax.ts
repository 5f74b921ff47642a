import ts from 'typescript';

/** Whether a condition asks for a name: `'popover' in x`, `x.popover`, `typeof popover`. */
const asksFor = (condition: ts.Node, name: string) => new RegExp(`\\b${name}\\b`).test(condition.getText());

/** Whether a statement leaves its block. */
const leaves = (s: ts.Statement): boolean =>
  ts.isReturnStatement(s) || ts.isThrowStatement(s) || (ts.isBlock(s) && s.statements.some(leaves));

/** An earlier statement of the block that leaves it where the name is missing (or there). */
const leftBefore = (block: ts.Block | ts.SourceFile, at: ts.Node, name: string) =>
  block.statements.some(
    (s) => s.end <= at.pos && ts.isIfStatement(s) && leaves(s.thenStatement) && asksFor(s.expression, name),
  );

/**
 * Whether code asks if the browser has a feature before it relies on it: `x.f?.()`, `x.f ?? other`, `if (x.f)`,
 * `'f' in x && x.f()`, or a `return` above for browsers without.
 */
export function isGuarded(node: ts.Node, name: string): boolean {
  // Only while the name itself is the question, and is not called in it.
  let asked = true;
  for (let n = node; n.parent; n = n.parent) {
    const p = n.parent;
    if (ts.isTypeOfExpression(p)) return true;
    if (ts.isCallExpression(p) && p.expression === n && p.questionDotToken) return true;
    if (ts.isBinaryExpression(p) && /^(&&|\|\||\?\?)=?$/.test(p.operatorToken.getText())) {
      if (p.left === n ? asked : asksFor(p.left, name)) return true;
    } else if (ts.isConditionalExpression(p)) {
      if (p.condition === n ? asked : asksFor(p.condition, name)) return true;
    } else if (ts.isIfStatement(p)) {
      if (p.expression === n ? asked : asksFor(p.expression, name)) return true;
    } else if ((ts.isBlock(p) || ts.isSourceFile(p)) && leftBefore(p, n, name)) return true;
    asked &&= ts.isParenthesizedExpression(p) || ts.isPrefixUnaryExpression(p);
  }
  return false;
}

/** Parts of regular expressions that came late; the build does not rewrite them. */
const late = [
  {
    pattern: /\(\?<[=!]/,
    feature: 'javascript.regular_expressions.lookbehind_assertion',
    shown: 'A lookbehind, (?<=…)',
  },
  { pattern: /\(\?[ims]*-?[ims]+:/, feature: 'javascript.regular_expressions.modifier', shown: 'A modifier, (?i:…)' },
  { pattern: /\/[a-z]*v[a-z]*$/, feature: 'javascript.builtins.RegExp.unicodeSets', shown: 'The flag v' },
  { pattern: /\/[a-z]*d[a-z]*$/, feature: 'javascript.builtins.RegExp.hasIndices', shown: 'The flag d' },
] as const;

/** @param literal a whole one, `/…/flags` */
export const regexUses = (literal: string) => late.filter(({ pattern }) => pattern.test(literal));
