import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import type { Mount } from '../../app/islands.ts';
import { Check } from './check/check.tsx';
import { AppProvider, PlaceProvider } from './context.tsx';
import { Copy } from './copy.tsx';
import { Declare } from './declare.tsx';
import { Finish } from './finish.tsx';
import { Helper } from './helper/helper.tsx';
import { Opening } from './opening.tsx';
import { Print } from './print.tsx';
import { Roles } from './roles.tsx';
import { Search } from './search/search.tsx';
import { Stage } from './stage/stage.tsx';
import { FoundProvider, findPlace } from './use-still.ts';

const islands: Record<string, ComponentType<{ name: string }>> = {
  stage: Stage,
  check: Check,
  declare: Declare,
  finish: Finish,
  roles: Roles,
  helper: Helper,
  search: Search,
  copy: Copy,
  opening: Opening,
  print: Print,
};

let drawn = 0;

/** Draws the island that a place names, `data-island="stage" data-name="desk_photo"`. */
export const mount: Mount = (element, app) => {
  const Island = islands[element.dataset['island'] ?? ''];
  if (!Island) return;
  // Read now: to begin drawing is to empty the place.
  const found = findPlace(element);
  createRoot(element).render(
    <AppProvider value={app}>
      <PlaceProvider value={`i${++drawn}`}>
        <FoundProvider value={found}>
          <Island name={element.dataset['name'] ?? ''} />
        </FoundProvider>
      </PlaceProvider>
    </AppProvider>,
  );
};
