import { type Dot, pictureOf, toLookAt } from '../../../course/assessment/picture.ts';
import type { Asked } from '../../../course/model.ts';
import { ClauseLinks } from '../clause-links.tsx';
import { useApp, useOwnId, useSay } from '../context.tsx';
import { Answered } from './question.tsx';

/** What an answer was, as the key of words and as a row of the picture; both rows where it erred both ways. */
const wayOf = (d: Dot) =>
  d.right ? 'right' : d.through && d.back ? 'both' : d.through ? 'through' : d.back ? 'back' : 'kind';

/** The rows that show a dot: above the thread, on it, below it. */
function rowsOf(d: Dot): readonly ('through' | 'line' | 'back')[] {
  if (d.through && d.back) return ['through', 'back'];
  return [d.through ? 'through' : d.back ? 'back' : 'line'];
}

/**
 * The picture of judgement: each answer a dot on the thread, what was let through above it, what was held back below.
 * The picture is hidden from screen readers: the sentence under it and the list beside it say the same in words.
 * Heard (tests/access/transcripts/result-not-yet): a heading; one sentence with all numbers; then a list of what went
 * wrong, each with its number and rule as a heading, which way it went, the lesson, and the answer to open.
 */
export function JudgementPicture({ asked, level = 3 }: { readonly asked: readonly Asked[]; readonly level?: 2 | 3 }) {
  const [Title, Each] = level === 2 ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const);
  const { course } = useApp();
  const say = useSay();
  const id = useOwnId();
  const dots = pictureOf(course, asked);
  if (dots.length === 0) return null;
  const wrong = toLookAt(dots);
  const count = (fits: (d: Dot) => boolean) => dots.filter(fits).length;
  const told = [
    say('picture.right', { n: count((d) => d.right), of: dots.length }),
    ...(['through', 'back', 'both', 'kind'] as const).flatMap((way) => {
      const n = count((d) => wayOf(d) === way);
      return n > 0 ? [say(`picture.count.${way}`, { n })] : [];
    }),
  ];
  return (
    <section className="judgement" aria-labelledby={`${id}-title`}>
      <Title id={`${id}-title`}>{say('picture.title')}</Title>
      <figure>
        <div className="rows" aria-hidden="true">
          {(['through', 'line', 'back'] as const).map((row) => (
            <div key={row} className="row" data-row={row}>
              <p>
                <b>{say(`picture.row.${row}`)}</b>{' '}
                {row !== 'line' || dots.some((d) => wayOf(d) === 'kind') ? (
                  <span>{say(`picture.row.${row}.note`)}</span>
                ) : null}
              </p>
              <ol style={{ gridTemplateColumns: `repeat(${dots.length}, minmax(0, 1fr))` }}>
                {dots.map((d) => (
                  <li key={d.n} data-way={rowsOf(d).includes(row) ? wayOf(d) : undefined}>
                    {rowsOf(d).includes(row) ? d.n : ''}
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </div>
        <figcaption>{told.join(' ')}</figcaption>
      </figure>
      {wrong.length > 0 ? (
        <ul className="again">
          {wrong.map((d) => (
            <li key={d.n} data-way={wayOf(d)}>
              <Each>
                {d.n}. {course.clauses[d.item.clauses[0] ?? '']?.title}
              </Each>
              <p>
                {say(`picture.${wayOf(d)}`)} {d.sure ? say('picture.sure') : ''}
              </p>
              <ClauseLinks clauses={d.item.clauses.slice(0, 1)} />
              <details>
                <summary>{say('picture.answer')}</summary>
                <Answered item={d.item} answer={d.answer} sure={d.sure} />
              </details>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
