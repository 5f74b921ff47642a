import { type MdastNode, mdxToMdast } from 'satteri';
import { lessonComponents } from '../schema/components.ts';
import type { Problem } from './problem.ts';
import { nearest } from './suggest.ts';

/** A component used in a lesson. */
export interface Use {
  /** `Term` of `<Term id="proprietary">`. */
  readonly name: string;
  /** What it names: the text of its attribute; empty where it is missing. */
  readonly id: string;
  /** Line of the file. */
  readonly line: number;
}

/** A lesson's text, read by the compiler that builds the lessons too. */
export interface LessonText {
  /** The blocks of the text; empty when it cannot be read. */
  readonly nodes: readonly MdastNode[];
  /** Components in order. */
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

type Words = readonly [field: string, message: string, remedy: string];

/** The compiler's messages in an author's words; the first that fits. */
const sayings: readonly (readonly [RegExp, (found: RegExpExecArray) => Words])[] = [
  [
    /closing tag for `<(\w+)>`/,
    ([, name]) => [`<${name}>`, 'is never closed', `Write </${name}> after its words, before the paragraph ends.`],
  ],
  [
    /closing tag `<\/(\w+)>`/,
    ([, name]) => [`</${name}>`, 'closes what was not opened', `Write <${name} …> before its words, or remove it.`],
  ],
  [
    /closing brace/,
    () => ['', 'a { is never closed', 'Close it with }, or write {"{"} for a brace that learners see.'],
  ],
  [
    /after `<`|before name|in name|in closing tag|attribute|before tag end/i,
    () => ['', 'a < does not begin a component that can be read', 'Correct the component, or write &lt; for the sign.'],
  ],
];

/** Where in the file, and what, of a message like `1:3: Expected …`. */
function readingFault(error: unknown, file: string, bodyLine: number): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const line = bodyLine + Number(/^(\d+):/.exec(text)?.[1] ?? 1) - 1;
  for (const [pattern, say] of sayings) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [field, message, remedy] = say(found);
    return { file, line, field, message, remedy };
  }
  const message = `cannot be read as MDX: ${text.replace(/^\d+:\d+: /, '').replace(/ \(mdx[^)]*\)$/, '')}`;
  return { file, line, field: '', message, remedy: 'Correct this line; the lines around it may be the cause.' };
}

const known = Object.keys(lessonComponents);
const COMMENT = /^\s*\/\*[\s\S]*\*\/\s*$/;
const QUOTED = /^\s*(["'`])((?:(?!\1)[^\\])*)\1\s*$/;

/** The words of `{…}`: a quoted text stands for itself, a comment for nothing; null for anything else. */
export function wordsOfExpression(code: string): string | null {
  return COMMENT.test(code) ? '' : (QUOTED.exec(code)?.[2] ?? null);
}

/** What one component has wrong, apart from what it names. */
function componentFault(node: MdastNode & { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }): Words | null {
  const name = node.name ?? '';
  const field = `<${name}>`;
  const component = Object.hasOwn(lessonComponents, name) ? lessonComponents[name] : undefined;
  if (!component) {
    const meant = nearest(name, known);
    return [field, 'is not a component of a lesson', meant ? `Did you mean <${meant}>?` : `Use ${known.join(', ')}.`];
  }
  const { attribute, names, around } = component;
  const write = `Write ${attribute}="…" with the id of a ${names}.`;
  for (const a of node.attributes) {
    if (a.type !== 'mdxJsxAttribute') return [field, 'has code in its attributes', write];
    if (a.name !== attribute) return [field, `has no ${a.name}`, `Remove ${a.name}; it has ${attribute} only.`];
    if (typeof a.value !== 'string') return [field, `${attribute} is no plain text`, write];
  }
  if (node.attributes.length === 0) return [field, 'names nothing', write];
  const empty = node.children.length === 0;
  if (around === true && empty) return [field, 'stands around no words', `Write <${name} …>words</${name}>.`];
  if (around === false && !empty) return [field, 'stands around words', `Write <${name} … /> on its own.`];
  return null;
}

/** Nodes with all that is in them, in reading order. */
export const everyNode = (nodes: readonly MdastNode[]): MdastNode[] =>
  nodes.flatMap((node) => [node, ...('children' in node ? everyNode(node.children as readonly MdastNode[]) : [])]);

/** Line of the file on which a node starts. @param bodyLine line on which the text starts */
export const lineOf = (node: MdastNode, bodyLine: number): number => bodyLine + (node.position?.start.line ?? 1) - 1;

/** What a component names; empty where it names nothing. */
export function idIn(node: MdastNode): string {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return '';
  const [first] = node.attributes;
  return first?.type === 'mdxJsxAttribute' && typeof first.value === 'string' ? first.value : '';
}

/** Reads the MDX of a lesson. Never throws. @param bodyLine line of the file on which the text starts */
export function readMdx(file: string, body: string, bodyLine: number): LessonText {
  let nodes: readonly MdastNode[];
  try {
    const root = mdxToMdast(body);
    nodes = 'children' in root ? (root.children as readonly MdastNode[]) : [];
  } catch (error) {
    return { nodes: [], uses: [], problems: [readingFault(error, file, bodyLine)] };
  }
  const uses: Use[] = [];
  const problems: Problem[] = [];
  for (const node of everyNode(nodes)) {
    const line = lineOf(node, bodyLine);
    const fault = (words: Words | null) => {
      if (words) problems.push({ file, line, field: words[0], message: words[1], remedy: words[2] });
    };
    if (node.type === 'mdxjsEsm') fault(['', 'imports or exports something', 'Remove it: a lesson is text.']);
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (wordsOfExpression(node.value) === null)
        fault(['', 'holds code between { and }', 'Write the words themselves; {"{"} is a brace that learners see.']);
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      fault(componentFault(node));
      uses.push({ name: node.name ?? '', id: idIn(node), line });
    }
  }
  return { nodes, uses, problems };
}
