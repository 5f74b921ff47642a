import { type Markup, markup } from '../../../markup/markup.ts';
import { blocks } from '../../measure/prose.ts';
import type { Content } from '../../read/content.ts';

/** Every lesson as text, clauses in brackets; the words of the glossary. */
export function lessonSection(c: Content): Markup {
  const documents = new Map(c.module.data.settings.documents.map((d) => [d.id, d.title]));
  const spoken = (name: string, id: string) => (name === 'Clause' ? `[${id}]` : (documents.get(id) ?? ''));
  const roles = new Map(c.module.data.roles.map((r) => [r.id, r.text]));
  const lessons = c.module.data.parts.flatMap((part) => {
    const lesson = c.lessons.find((l) => l.data.id === part.lesson);
    if (!lesson) return [];
    const text = blocks(lesson, spoken).map((b) =>
      b.kind === 'heading'
        ? markup`<h4>${b.text}</h4>`
        : markup`<p>${b.role ? markup`<i>(${roles.get(b.role)})</i> ` : ''}${b.text}</p>`,
    );
    const only = part.role ? markup`<p class="meta">Required of those who say: ${roles.get(part.role)}</p>` : '';
    return [
      markup`<h3 id="${lesson.data.id}">${part.title}: ${lesson.data.title}</h3>${only}<p><i>${lesson.data.situation}</i></p>${text}`,
    ];
  });
  const terms = c.glossary.map((t) => markup`<dt>${t.data.term}</dt><dd>${t.data.meaning}</dd>`);
  return markup`<h2 id="lessons">Every lesson</h2>${lessons}<h3>Words explained</h3><dl>${terms}</dl>`;
}
