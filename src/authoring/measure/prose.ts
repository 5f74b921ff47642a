import type { MdastNode } from 'satteri';
import type { LessonEntry } from '../read/content.ts';
import { idIn, lineOf, wordsOfExpression } from '../read/mdx.ts';
import { lessonComponents } from '../schema/components.ts';

/** A heading, paragraph or list item of a lesson, without its markup. */
export interface Block {
  readonly kind: 'heading' | 'text';
  readonly text: string;
  /** Line of the file on which it starts. */
  readonly line: number;
  /** Shown only to learners with this role. */
  readonly role?: string;
}

/** Words that stand for a component in the text; without an entry it leaves nothing behind. */
export type Spoken = (name: string, id: string) => string;

const silent: Spoken = () => '';

/** The words of a node and of what is in it. */
function wordsIn(node: MdastNode, spoken: Spoken): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return ' ';
    case 'image':
      return node.alt ?? '';
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return wordsOfExpression(node.value) ?? '';
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      if (node.children.length === 0) return spoken(node.name ?? '', idIn(node));
  }
  return 'children' in node ? node.children.map((child) => wordsIn(child as MdastNode, spoken)).join('') : '';
}

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:?])/g, '$1')
    .trim();

/** Nodes that hold blocks instead of being one. */
const HOLDERS: readonly MdastNode['type'][] = ['blockquote', 'list', 'listItem', 'table', 'tableRow'];

/** Blocks of a lesson's text in reading order. */
export function blocks(lesson: LessonEntry, spoken: Spoken = silent): Block[] {
  const blocksIn = (node: MdastNode, role?: string): Block[] => {
    const children = ('children' in node ? node.children : []) as readonly MdastNode[];
    if (HOLDERS.includes(node.type)) return children.flatMap((child) => blocksIn(child, role));
    const name = node.type === 'mdxJsxFlowElement' ? (node.name ?? '') : '';
    // A component around paragraphs; one around words alone in a line is a paragraph itself.
    if (children.some((child) => child.type === 'paragraph' || HOLDERS.includes(child.type))) {
      const only = lessonComponents[name]?.attribute === 'role' ? idIn(node) : role;
      return children.flatMap((child) => blocksIn(child, only));
    }
    const text = tidy(wordsIn(node, spoken));
    const kind = node.type === 'heading' ? 'heading' : 'text';
    return text ? [{ kind, text, line: lineOf(node, lesson.bodyLine), ...(role && { role }) }] : [];
  };
  return lesson.nodes.flatMap((node) => blocksIn(node));
}
