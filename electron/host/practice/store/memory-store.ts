import type { World } from '../model/world.ts';
import type { WorldStore } from './world-store.ts';

/** A practice server that lives as long as its process. */
export function memoryStore(first: World): WorldStore {
  let world = first;
  return {
    read: () => Promise.resolve(world),
    update(change) {
      const draft = structuredClone(world);
      const result = change(draft);
      world = draft;
      return Promise.resolve(result);
    },
  };
}
