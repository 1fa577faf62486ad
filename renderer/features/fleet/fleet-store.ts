import { create } from 'zustand';
import type { FleetWish } from '../../../shared/fleet/view.ts';

/** What a person wished to see of the list, and where they were in it; it outlives a look at one server. */
interface FleetStore {
  wish: FleetWish;
  /** The row that the keys work on. */
  active: number;
}

const fresh: FleetStore = {
  wish: { search: '', show: 'all', sort: 'state', descending: false, opened: null },
  active: 0,
};

export const useFleetStore = create<FleetStore>(() => fresh);

/** Another list begins at its beginning. */
export const changeWish = (change: Partial<FleetWish>) =>
  useFleetStore.setState(({ wish }) => ({ wish: { ...wish, ...change }, active: 0 }));

export const goToRow = (active: number) => useFleetStore.setState({ active });

/** Shows or hides the servers below a cause; the row stays where it is. */
export const toggleCause = (cause: string) =>
  useFleetStore.setState(({ wish }) => {
    const opened = wish.opened ?? [];
    const next = opened.includes(cause) ? opened.filter((each) => each !== cause) : [...opened, cause];
    return { wish: { ...wish, opened: next } };
  });

export const forgetWish = () => useFleetStore.setState(fresh);
