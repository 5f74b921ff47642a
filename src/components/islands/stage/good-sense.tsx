import { Fragment } from 'react';
import { SUPPORT } from '../../../course/words.ts';
import { useApp, useSay } from '../context.tsx';

/** Advice that is ours and no rule, said to be so. It names the contact for support, as a blank until HR supplies it. */
export function GoodSense({ lines }: { readonly lines: readonly string[] }) {
  const say = useSay();
  return (
    <section className="piece" data-label="sense">
      <h3>
        {say('asked.sense')}: {say('asked.sense.means')}
      </h3>
      <ul>
        {lines.map((line) => {
          const [first, ...rest] = line.split(SUPPORT);
          return (
            <li key={line}>
              {first}
              {rest.map((text) => (
                <Fragment key={text}>
                  <Support />
                  {text}
                </Fragment>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Support() {
  const { support } = useApp().course;
  const say = useSay();
  if (!support) return say('setting.supportContact');
  if (!support.href) return support.value;
  return (
    <a href={support.href} target={support.href.startsWith('http') ? '_blank' : undefined} rel="noopener noreferrer">
      {support.value}
    </a>
  );
}
