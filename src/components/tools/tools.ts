import type { Content } from '../../authoring/read/content.ts';
import type { Course } from '../../course/model.ts';
import { say } from '../../course/words.ts';

/** A screen that is open at any time beside the way: its id and its name. */
export interface Tool {
  readonly id: 'helper' | 'checklists' | 'glossary' | 'search';
  readonly title: string;
}

/** The tools there is content for, in the order the footer names them. */
export function toolsOf(content: Content, course: Course): Tool[] {
  const words = course.strings;
  return [
    ...(content.helper ? [{ id: 'helper', title: content.helper.data.title } as const] : []),
    ...(content.checklists.length > 0 ? [{ id: 'checklists', title: say(words, 'checklists.title') } as const] : []),
    ...(content.glossary.length > 0 ? [{ id: 'glossary', title: say(words, 'glossary.title') } as const] : []),
    { id: 'search', title: say(words, 'search.title') },
  ];
}
