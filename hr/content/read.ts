import { compileItem } from '../../src/authoring/compile/item.ts';
import type { Content, Question } from '../../src/authoring/read/content.ts';
import { loadContent } from '../../src/authoring/read/load.ts';
import type { RetiredStory } from '../../src/authoring/schema/scenario.ts';
import { keysOf } from '../../src/quiz/marking.ts';
import { UserError } from '../quality.ts';
import type { ItemInfo, ItemOption, ModuleContent } from './module.ts';

const option = (o: { id: string; text: string }, key: ItemOption['key']): ItemOption => ({
  id: o.id,
  text: o.text,
  key,
  misconception: null,
});

const letter = (i: number) => String.fromCharCode(97 + i);

function optionsOf(q: Question): ItemOption[] {
  switch (q.type) {
    case 'single':
    case 'multiple':
      return q.options.map((o) => option(o, o.key === true));
    case 'spot':
      return q.parts.map((o) => option(o, o.breach === true));
    case 'order':
      return q.steps.map((o) => option(o, null));
    case 'write':
      return q.places.flatMap((p, i) =>
        p.wordings.map((w) => option({ id: `${letter(i)}.${w.id}`, text: `${p.ask}: ${w.text}` }, w.key === true)),
      );
    case 'classify': {
      const bins = new Map(q.bins.map((b, i) => [b.id, letter(i)]));
      return q.items.map((o) => option(o, bins.get(o.bin) ?? ''));
    }
  }
}

function patternOf(q: Question, options: readonly ItemOption[]): string {
  if (q.type === 'order') return options.map((o) => o.id).join(',');
  if (q.type === 'write')
    return keysOf(compileItem(q))
      .flatMap((key) => [...key].map((wording, i) => `${letter(i)}.${wording}`))
      .join(',');
  if (q.type === 'classify') return options.map((o) => `${o.id}.${o.key}`).join(',');
  return options
    .filter((o) => o.key === true)
    .map((o) => o.id)
    .sort()
    .join(',');
}

function question(q: Question): ItemInfo {
  const options = optionsOf(q);
  const { id, type, clauses, stem } = q;
  const section = id.split('_')[1] ?? '';
  return {
    id,
    kind: 'question',
    type,
    section,
    clauses,
    stem,
    options,
    pattern: patternOf(q, options),
    scenario: null,
    judged: compileItem(q),
  };
}

/** Every decision of every scenario, those told no more included; its clauses are those its choices turn on, the best choice's first. */
function decisions(content: Content): ItemInfo[] {
  const stories: readonly RetiredStory[] = [...content.scenarios, ...content.retiredStories].map((s) => s.data);
  return stories.flatMap((s) =>
    Object.entries(s.situations).map(([name, situation]): ItemInfo => {
      const choices = [...situation.choices].sort((a, b) => Number(b.best ?? false) - Number(a.best ?? false));
      return {
        id: `${s.section}_${s.id}_${name}`,
        kind: 'decision',
        type: 'single',
        section: s.section,
        clauses: [...new Set(choices.flatMap((c) => c.clauses))],
        stem: situation.ask,
        options: situation.choices.map((c) => ({
          id: c.id,
          text: c.text,
          key: c.best === true,
          misconception: c.misconception ?? null,
        })),
        pattern: situation.choices.find((c) => c.best)?.id ?? '',
        scenario: s.title,
      };
    }),
  );
}

/**
 * Reads what the report needs from the module's content. Entries with mistakes are left out: `npm run check` names them.
 * @throws UserError when the folder holds no module.
 */
export function readModule(folder: string): ModuleContent {
  const { content } = loadContent(folder);
  if (!content)
    throw new UserError(
      `${folder} holds no module.yaml that can be read: name the module's content folder with --content.`,
    );
  const m = content.module.data;
  const lessons = new Map(content.lessons.map((l) => [l.data.id, l.data.title]));
  const items = [...[...content.questions, ...content.retired].map((q) => question(q.data)), ...decisions(content)];
  return {
    title: m.title,
    policy: m.policy,
    organisation: m.organisation,
    edition: m.edition,
    textHash: m.textHash,
    evaluation: m.settings.evaluation,
    parts: m.parts.map((p) => ({ id: p.id, title: p.title, lesson: lessons.get(p.lesson) ?? p.title })),
    clauses: new Map(content.clauses.map(({ data: c }) => [c.id, { section: c.section, title: c.title }])),
    items: new Map(items.map((i) => [i.id, i])),
    codes: new Map(
      Object.entries(content.codes.data).flatMap(([id, code]) =>
        id.startsWith('question.') ? [[code, id.slice(9)]] : [],
      ),
    ),
    mustPass: m.assessment.mustPass,
    routes: m.routes.map((r) => ({
      id: r.id,
      name: r.name,
      papers: r.paper ? 'paper' : r.diagnostic ? 'diagnostic' : null,
    })),
  };
}
