import { useEffect, useRef, useState } from 'react';
import type { FleetWish } from '../../../shared/fleet/view.ts';
import { ask, Refusal } from '../../stores/bridge.ts';
import { missingParts, noPages, withPage, type Pages } from './pages.ts';

/** Which rows of the table are in sight. */
export interface InSight {
  first: number;
  last: number;
}

/**
 * The rows from `first` to `last` of the list that was wished for, fetched as they
 * come into sight and again when the list has changed. Until the first answer to
 * another wish the old rows stay.
 */
export function usePages(wish: FleetWish, revision: number, { first, last }: InSight): Pages {
  const [pages, setPages] = useState<Pages>(noPages);
  const key = JSON.stringify(wish);
  const wanted = useRef(key);
  useEffect(() => {
    wanted.current = key;
    for (const from of missingParts(pages, key, revision, first, last)) {
      ask('fleet.page', { wish: JSON.parse(key) as FleetWish, from }).then(
        // An answer to what nobody wants any more may come late.
        (page) => setPages((before) => (wanted.current === key ? withPage(before, key, page) : before)),
        (error: unknown) => {
          // Closed meanwhile, or nobody is there: the window says so at its own place.
          if (!(error instanceof Refusal)) throw error;
        },
      );
    }
  }, [pages, key, revision, first, last]);
  return pages;
}
