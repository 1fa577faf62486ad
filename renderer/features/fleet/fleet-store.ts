import { create } from 'zustand';
import type { FleetWish } from '../../../shared/fleet/view.ts';

/** What a person wished to see of the list, and where they were in it; it outlives a look at one server. */
interface FleetStore {
  wish: FleetWish;
  /** The row that the keys work on. */
  active: number;
}

const fresh: FleetStore = {
  wish: { search: '', show: 'all', sort: 'state', descending: false, opened: null, closed: [] },
  active: 0,
};

export const useFleetStore = create<FleetStore>(() => fresh);

/** Another list begins at its beginning. */
export const changeWish = (change: Partial<FleetWish>) =>
  useFleetStore.setState(({ wish }) => ({ wish: { ...wish, closed: [], ...change }, active: 0 }));

export const goToRow = (active: number) => useFleetStore.setState({ active });

/** Shows or hides the servers below a cause; the row stays where it is. */
export const toggleCause = (cause: string) =>
  useFleetStore.setState(({ wish }) => {
    // What a search opened is closed for that search alone.
    const list = wish.search.trim() === '' ? 'opened' : 'closed';
    const causes = wish[list] ?? [];
    const next = causes.includes(cause) ? causes.filter((each) => each !== cause) : [...causes, cause];
    return { wish: { ...wish, [list]: next } };
  });

export const forgetWish = () => useFleetStore.setState(fresh);
