import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from '../../shared/fleet/fleet.ts';
import type { FleetServer } from '../../shared/fleet/server.ts';
import { createEntryReader, type ReadEntry } from './read-entry.ts';
import type { Found } from './walk.ts';

/** Which entries may have changed: of the others it is not even asked. */
export type Changed = ReadonlySet<string> | 'any';

type Row = FleetServer | Refusal;

/** What a folder of results held when it was last looked through, so that only what has changed is read again. */
export interface FleetMemory {
  /** A look through the folder begins: makes its readers, which answer from the memory what did not change. */
  begin(changed: Changed): () => ReadEntry;
  /** Everything that was read, by its file. */
  rows(): Row[];
  /** A look has met everything: what it did not meet is gone. @returns whether something is other than before it */
  settle(): boolean;
}

export function createFleetMemory(createReader: () => ReadEntry = createEntryReader): FleetMemory {
  const known = new Map<string, { stamp: string; row: Row }>();
  let met = new Set<string>();
  let changes = false;

  async function readOnce(found: Found, changed: Changed, read: ReadEntry): Promise<Row> {
    const { file } = found;
    met.add(file);
    const kept = known.get(file);
    if (kept !== undefined && !mayHaveChanged(found, changed)) return kept.row;
    const stamp = await stampOf(found);
    if (kept !== undefined && kept.stamp === stamp) return kept.row;
    const row = await read(found);
    changes = true;
    // What could not be opened is tried again each time.
    if ('reason' in row && row.reason === 'unreadable') known.delete(file);
    else known.set(file, { stamp, row });
    return row;
  }

  return {
    begin(changed) {
      met = new Set();
      return () => {
        const read = createReader();
        return (found) => readOnce(found, changed, read);
      };
    },
    rows: () => [...known.values()].map(({ row }) => row),
    settle() {
      for (const file of known.keys()) {
        if (met.has(file)) continue;
        known.delete(file);
        changes = true;
      }
      const other = changes;
      changes = false;
      return other;
    },
  };
}

/** A change anywhere in a bundle's folder is a change of the bundle. */
const mayHaveChanged = ({ file, kind }: Found, changed: Changed): boolean =>
  changed === 'any' ||
  changed.has(file) ||
  (kind === 'bundle' && [...changed].some((each) => each.startsWith(`${file}/`)));

/** Another size or time is another content; empty where there is nothing to look at. */
async function stampOf({ path, kind }: Found): Promise<string> {
  const entry = await stat(kind === 'bundle' ? join(path, 'bundle.json') : path).catch(() => null);
  return entry === null ? '' : `${entry.size} ${entry.mtimeMs}`;
}
