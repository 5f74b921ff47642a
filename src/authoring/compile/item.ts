import type {
  ClassifyItem,
  Item,
  MultipleItem,
  Option,
  OrderItem,
  SingleItem,
  SpotItem,
  WriteItem,
} from '../../quiz/model.ts';
import type { Question } from '../read/content.ts';
import { sectionOf } from '../read/question.ts';
import type { Named } from './scenario.ts';

/** What every kind of option has; `ground` only where it may be a key. */
const option = (o: Option): Named<Option> => ({
  id: o.id,
  text: o.text,
  because: o.because,
  cost: o.cost,
  ground: o.ground,
  stance: o.stance,
});

/** A question as the engine asks and marks it. Its section is read from the id, `q_<section>_nnn`. */
export function compileItem(q: Question): Item {
  const { id, clauses, routes, level, rates, mustPass, stem } = q;
  const base = { id, section: sectionOf(id), clauses, routes, for: q.for, level, rates, mustPass, stem };
  switch (q.type) {
    case 'single':
      return {
        ...base,
        type: q.type,
        options: q.options.map((o) => ({ ...option(o), key: o.key })),
      } satisfies Named<SingleItem>;
    case 'multiple':
      return {
        ...base,
        type: q.type,
        choose: q.choose,
        options: q.options.map((o) => ({ ...option(o), key: o.key })),
      } satisfies Named<MultipleItem>;
    case 'classify':
      return {
        ...base,
        type: q.type,
        bins: q.bins.map((b) => ({ id: b.id, text: b.text, stance: b.stance })),
        items: q.items.map((i) => ({ ...option(i), bin: i.bin })),
      } satisfies Named<ClassifyItem>;
    case 'order':
      return { ...base, type: q.type, steps: q.steps.map(option) } satisfies Named<OrderItem>;
    case 'spot':
      return {
        ...base,
        type: q.type,
        stage: q.stage,
        parts: q.parts.map((p) => ({ ...option(p), breach: p.breach })),
      } satisfies Named<SpotItem>;
    case 'write':
      return {
        ...base,
        type: q.type,
        stage: q.stage,
        from: { name: q.from.name, handle: q.from.handle },
        post: q.post,
        places: q.places.map((p) => ({
          id: p.id,
          ask: p.ask,
          wordings: p.wordings.map((w) => ({ ...option(w), key: w.key })),
        })),
      } satisfies Named<WriteItem>;
  }
}
