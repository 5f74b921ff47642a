import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Mark } from '../../../quiz/marking.ts';
import type { Answer, Arrival, StageKind, WriteItem } from '../../../quiz/model.ts';
import { stretches } from '../../../quiz/write.ts';
import { useSay } from '../context.tsx';

/** What the learner's own post is in each place where a situation plays. */
const kinds: Record<StageKind, Arrival['kind']> = {
  feed: 'post',
  thread: 'comment',
  messages: 'message',
  group: 'message',
  inbox: 'email',
  profile: 'profile',
  wiki: 'page',
  comments: 'comment',
};

/**
 * The post as its readers will see it, with gaps until their words are chosen. It is said once it changes. On a phone
 * it stays in view: what does not fit into its share of the height can be scrolled to, and a change is.
 */
export function Draft(props: { readonly item: WriteItem; readonly answer: Answer; readonly marked: Mark | null }) {
  const { item, answer, marked } = props;
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(answer);
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const measure = () => setCut((box.current?.scrollHeight ?? 0) > (box.current?.clientHeight ?? 0) + 1);
    const seen = new ResizeObserver(measure);
    // A box at its full height stays so while what is in it grows.
    for (const e of [box.current, box.current?.firstElementChild]) if (e) seen.observe(e);
    return () => seen.disconnect();
  }, []);
  useLayoutEffect(() => {
    const changed = item.places.findIndex((_, i) => answer[i] !== before.current[i]);
    before.current = answer;
    const { current } = box;
    const words = current?.querySelectorAll<HTMLElement>('[data-place]')[changed];
    if (!current || !words) return;
    setCut(current.scrollHeight > current.clientHeight + 1);
    const [frame, { top, bottom }] = [current.getBoundingClientRect(), words.getBoundingClientRect()];
    current.scrollTop += Math.min(0, top - frame.top) + Math.max(0, Math.min(bottom - frame.bottom, top - frame.top));
  }, [answer, item]);
  const kind = kinds[item.stage];
  return (
    <div className="draft" ref={box} data-stage={item.stage} tabIndex={cut ? 0 : undefined}>
      <div className={`thing ${kind}`}>
        <p className="who">
          <svg className="face account" viewBox="0 0 2 2" aria-hidden="true" focusable="false">
            <path d="M0 0h2L0 2z" />
          </svg>
          <span className="sr">{say(`kind.${kind}`)}: </span>
          <b>{item.from.name}</b>
          {item.from.handle ? <span className="role">{item.from.handle}</span> : null}
        </p>
        <p className="said" role="status" aria-label={say('check.write.draft')}>
          {stretches(item, answer).map(({ text, place }) => {
            if (!place) return text;
            if (text === null)
              return (
                <span key={place.id} className="gap" data-place="">
                  <span className="sr">({say('check.write.gap')} </span>
                  {place.ask}
                  <span className="sr">)</span>
                </span>
              );
            const part = marked?.parts.find((p) => p.id === place.id);
            return (
              <span key={place.id} className="filled" data-place="" data-tone={part && (part.right ? 'good' : 'stop')}>
                {text}
              </span>
            );
          })}
        </p>
      </div>
    </div>
  );
}
