import { existsSync, readdirSync } from 'node:fs';
import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import { picturesIn } from '../read/pictures.ts';
import { missing } from './named.ts';

/** Where the drawn scenes are. */
export const PICTURES = 'src/components/pictures';

/** Every picture that a scenario shows is drawn: it has a file of its name. Content without pictures needs no folder. */
export const pictureFiles =
  (folder: string): Rule =>
  (c) => {
    const uses = c.scenarios.flatMap((s) => picturesIn(s.data).map((use) => ({ ...use, s })));
    if (uses.length === 0) return [];
    const drawn = existsSync(folder) ? readdirSync(folder).filter((n) => n.endsWith('.svg')) : [];
    const known = new Set(drawn.map((n) => n.slice(0, -'.svg'.length)));
    return uses.flatMap(({ id, path, s }) => {
      if (known.has(id)) return [];
      const [message] = missing('picture', id, known);
      return [
        problemAt(s, path, message, `Draw it as ${folder}/${id}.svg, or name one of: ${[...known].sort().join(', ')}.`),
      ];
    });
  };
