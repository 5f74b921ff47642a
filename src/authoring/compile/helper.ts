import type { Helper } from '../../quiz/model.ts';
import type { Content } from '../read/content.ts';

/** The decision helper as the engine runs it: the checklists it names get their titles. Build side only. */
export function compileHelper(content: Content): Helper | undefined {
  const helper = content.helper?.data;
  if (!helper) return undefined;
  const outcomes = Object.entries(helper.outcomes).map(([id, { checklist, ...outcome }]) => {
    const found = content.checklists.find((k) => k.data.id === checklist)?.data;
    return [id, found ? { ...outcome, checklist: { id: found.id, title: found.title } } : outcome] as const;
  });
  return { ...helper, outcomes: Object.fromEntries(outcomes) };
}
