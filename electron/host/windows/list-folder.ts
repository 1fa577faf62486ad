import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderAnswer, FolderQuestion } from '../host.ts';
import { fileFailure } from './file-failure.ts';
import { createStop } from './stop-reason.ts';

type Listed = Pick<FolderAnswer, 'outcome' | 'entries' | 'detail'>;

/** The files of one folder, by name, without the folders in it. Times are ISO-8601 UTC. */
export async function listFolder(question: FolderQuestion, realPath: string, at: string): Promise<FolderAnswer> {
  const startedAt = performance.now();
  const stop = createStop(question.timeoutMs, question.signal);
  const stopped = stop.reason.then((reason): Listed => ({
    outcome: reason === 'cancelled' ? 'cancelled' : 'timedOut',
    entries: [],
  }));
  const listed = await Promise.race([stopped, list(realPath).catch(failed)]);
  stop.dispose();
  const durationMs = Math.round(performance.now() - startedAt);
  return { kind: 'folder', name: question.name, path: question.path, at, durationMs, ...listed };
}

async function list(folder: string): Promise<Listed> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  const entries = await Promise.all(
    names.map(async ({ name }) => {
      const { size, mtime } = await stat(join(folder, name));
      return { name, size, modified: mtime.toISOString() };
    }),
  );
  return { outcome: 'read', entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function failed(error: unknown): Listed {
  const { outcome, detail } = fileFailure(error);
  return {
    outcome: outcome === 'locked' ? 'failed' : outcome,
    entries: [],
    ...(detail === undefined ? {} : { detail }),
  };
}
