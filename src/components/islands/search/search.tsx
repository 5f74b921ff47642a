import { useRef, useState } from 'react';
import { useOwnId, useSay } from '../context.tsx';
import { Missing, useMissing } from '../missing.tsx';
import { type Found, find, type Piece, wordsOf } from './find.ts';
import { placesIn } from './places.ts';

/** Results listed at once; more words narrow a long list better than scrolling does. */
const MOST = 20;

/** Search over the document that is already loaded: a field, how many places were found, and links to them. */
export function Search() {
  const say = useSay();
  const id = useOwnId();
  const group = useRef<HTMLFormElement>(null);
  const [text, setText] = useState('');
  const [missing, setMissing] = useMissing(group);
  const [result, setResult] = useState<{ words: string; found: readonly Found[] } | null>(null);
  const search = () => {
    if (wordsOf(text).length === 0) return setMissing(say('search.missing'));
    setMissing('');
    setResult({ words: text.trim(), found: find(placesIn(document), text) });
  };
  const n = result?.found.length ?? 0;
  const key = n === 0 ? 'none' : n > MOST ? 'many' : 'some';
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: Firefox 115 and Safari before 17 do not know <search>. */}
      <form
        ref={group}
        role="search"
        className="search"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          search();
        }}
      >
        <label htmlFor={id}>{say('search.label')}</label>
        <p id={`${id}-how`} className="how">
          {say('search.how')}
        </p>
        {missing ? <Missing id={`${id}-missing`} message={missing} /> : null}
        <p className="search-row">
          <input
            id={id}
            type="search"
            value={text}
            autoComplete="off"
            aria-describedby={`${id}-how${missing ? ` ${id}-missing` : ''}`}
            onChange={(e) => setText(e.target.value)}
          />
          <button type="submit" className="button">
            {say('search.go')}
          </button>
        </p>
      </form>
      <p role="status" className={result && n === 0 ? 'tell' : undefined}>
        {result ? say(`search.${key}`, { n, words: result.words, shown: MOST }) : ''}
      </p>
      {n > 0 ? (
        <ol className="found">
          {result?.found.slice(0, MOST).map(({ place, extract }) => (
            <li key={place.address}>
              <a href={`#${place.address}`}>
                {place.screen === place.title ? place.screen : `${place.screen} · ${place.title}`}
              </a>
              {extract.length > 0 ? <Extract pieces={extract} /> : null}
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}

function Extract({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <p>
      {pieces.map((piece, i) => {
        const Tag = piece.hit ? 'mark' : 'span';
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one extract never change places
        return <Tag key={i}>{piece.text}</Tag>;
      })}
    </p>
  );
}
