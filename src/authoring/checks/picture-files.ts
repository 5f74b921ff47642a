import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../read/content.ts';
import { problemAt } from '../read/entry.ts';
import { picturesIn } from '../read/pictures.ts';
import { missing } from './named.ts';

/** Where the drawn scenes are. */
export const PICTURES = 'src/components/pictures';
/** A picture travels in every document that shows it, and a few shapes are enough. Bytes. */
export const MOST_BYTES = 3000;

/** Every picture that a scenario shows is drawn, and small: it has a file of its name. Content without pictures needs no folder. */
export const pictureFiles =
  (folder: string): Rule =>
  (c) => {
    const uses = c.scenarios.flatMap((s) => picturesIn(s.data).map((use) => ({ ...use, s })));
    if (uses.length === 0) return [];
    const drawn = existsSync(folder) ? readdirSync(folder).filter((n) => n.endsWith('.svg')) : [];
    const known = new Set(drawn.map((n) => n.slice(0, -'.svg'.length)));
    return uses.flatMap(({ id, path, s }) => {
      const file = `${folder}/${id}.svg`;
      if (!known.has(id)) {
        const [message] = missing('picture', id, known);
        return [problemAt(s, path, message, `Draw it as ${file}, or name one of: ${[...known].sort().join(', ')}.`)];
      }
      const { size } = statSync(join(folder, `${id}.svg`));
      if (size <= MOST_BYTES) return [];
      const most = `${file} has ${size} bytes, at most ${MOST_BYTES} are allowed`;
      return [problemAt(s, path, most, 'Draw it with fewer shapes.')];
    });
  };
