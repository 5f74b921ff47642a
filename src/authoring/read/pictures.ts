import type { Arrival, Scenario } from '../../quiz/model.ts';
import type { Path } from './entry.ts';

/** A place of a scenario that shows a drawn picture. */
export interface PictureUse {
  readonly id: string;
  readonly path: Path;
}

/** Every picture that a scenario shows. */
export function picturesIn(s: Scenario): PictureUse[] {
  const inList = (path: Path, list: readonly Arrival[] = []) =>
    list.flatMap((a, i) => (a.picture === undefined ? [] : [{ id: a.picture, path: [...path, i, 'picture'] }]));
  return [
    ...Object.entries(s.situations).flatMap(([id, situation]) => [
      ...inList(['situations', id, 'arrives'], situation.arrives),
      ...situation.choices.flatMap((c, i) => inList(['situations', id, 'choices', i, 'consequence'], c.consequence)),
    ]),
    ...s.endings.flatMap((e, i) => inList(['endings', i, 'arrives'], e.arrives)),
  ];
}
