import type { World } from '../model/world.ts';

/** Where a practice server's state lives. */
export interface WorldStore {
  /** The state at this moment; never to be changed. */
  read(): Promise<World>;
  /**
   * Gives `change` a draft, alone with it among all processes, and keeps the
   * draft when `change` returns: on the disk, before this settles. When it
   * throws, nothing is kept.
   */
  update<T>(change: (draft: World) => T): Promise<T>;
}

/**
 * Runs `work` on the state. Most work only looks: it is tried on a copy, and
 * done again in an update only when it changed something.
 */
export async function onWorld<T>(store: WorldStore, work: (world: World) => T): Promise<T> {
  const before = await store.read();
  const copy = structuredClone(before);
  const result = work(copy);
  return JSON.stringify(copy) === JSON.stringify(before) ? result : store.update(work);
}
