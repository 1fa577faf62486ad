import { stat } from 'node:fs/promises';
import type { Refusal } from '../../shared/fleet/fleet.ts';
import type { FleetReadings } from '../../shared/fleet/roll-up.ts';
import type { FleetServer } from '../../shared/fleet/server.ts';
import { UserError } from '../app/user-error.ts';
import { createEntryReader, type ReadEntry } from './read-entry.ts';
import { whyUnreadable } from './refusals.ts';
import { walk } from './walk.ts';

/** A disk or a share answers several at once; of each document only its row is kept. */
const atOnce = 4;

export interface ReadFleetOptions {
  /** Hears how many files were met so far. */
  onProgress?(files: number): void;
  /** For tests: makes a reader of one entry at a time. */
  createReader?(): ReadEntry;
}

/**
 * Reads every result document and bundle below a folder as a stream. What is no
 * result is listed with the reason. When the folder itself goes away in the
 * middle, what was read until then counts, and `problem` says what happened.
 *
 * @throws UserError badArguments when there is no such folder
 */
export async function readFleet(folder: string, options: ReadFleetOptions = {}): Promise<FleetReadings> {
  const { onProgress = () => undefined, createReader = createEntryReader } = options;
  const before = await identityOf(folder);
  if (before.problem !== null) {
    throw new UserError('badArguments', `${folder} cannot be read as a folder of results: ${before.problem}.`);
  }
  const readAt = new Date().toISOString();
  const found = walk(folder);
  const readings: FleetServer[] = [];
  const refused: Refusal[] = [];
  let files = 0;
  let problem: string | null = null;

  const work = async (): Promise<void> => {
    const read = createReader();
    for await (const each of found) {
      const row = 'reason' in each ? each : await read(each);
      if ('reason' in row && row.reason === 'unreadable' && problem === null) {
        problem = await whetherGone(folder, before.identity, files);
      }
      if (problem !== null) return;
      files += 1;
      if ('reason' in row) refused.push(row);
      else readings.push(row);
      onProgress(files);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { folder, readAt, files, problem, readings, refused };
}

/** Why the folder is not the one that was listed; null while it is, and only a file of it could not be read. */
async function whetherGone(folder: string, identity: string, files: number): Promise<string | null> {
  const now = await identityOf(folder);
  if (now.problem === null && now.identity === identity) return null;
  const why = now.problem ?? 'another folder lies in its place';
  return `The folder went away after ${files} files (${why}). What lay in it besides was not read.`;
}

/** A share that is disconnected can leave an empty folder of the same name. */
async function identityOf(folder: string): Promise<{ identity: string; problem: string | null }> {
  try {
    const entry = await stat(folder);
    const problem = entry.isDirectory() ? null : 'it is no folder';
    return { identity: `${entry.dev} ${entry.ino}`, problem };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      identity: '',
      problem: code === 'ENOENT' ? 'it is not there' : whyUnreadable(error as NodeJS.ErrnoException),
    };
  }
}
