import { open, stat, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PastRepair } from '../../shared/model/wizard-state.ts';
import { textOf } from '../fleet/text-of.ts';
import { changesOfBundle } from '../report/bundle-changes.ts';
import type { DiagnosisPart } from './diagnosis-part.ts';
import type { Engines } from './engines.ts';
import { pastOf } from './past-repair.ts';
import { isResult, readKept } from './read-result.ts';

/**
 * Opens what a customer sent: a bundle is asked again like a server, a result
 * or a repair's report is shown as it was kept, and everything else is judged by what it holds.
 *
 * @param paths as the person chose them in the dialog
 * @returns the repairs that it tells of, oldest first
 * @throws UserError when nothing of it can be used, with the reason
 */
export async function openSent(
  paths: readonly string[],
  diagnosis: DiagnosisPart,
  engines: Engines,
): Promise<PastRepair[]> {
  const [path, ...others] = paths;
  if (path === undefined) return [];
  const target = `files:${paths.map((each) => basename(each)).join(', ')}`;
  if (others.length === 0) {
    if (await isBundle(path)) {
      await diagnosis.start(`recorded:${path}`, false);
      return (await changesOfBundle(path)).changes.flatMap(pastOf);
    }
    const text = await resultText(path);
    if (text !== null) {
      await diagnosis.show({ target, source: 'files', case: null, ...readKept(text, path) });
      return [];
    }
  }
  const result = await engines.analyze(paths);
  await diagnosis.show({ target, source: 'files', case: null, result, before: null });
  return [];
}

async function isBundle(path: string): Promise<boolean> {
  return /\.zip$/iu.test(path) || (await stat(path).catch(() => null))?.isDirectory() === true;
}

/** The file when it says that it is a result document, else null. A result never has more than this many bytes. */
const largest = 64 * 1024 * 1024;

async function resultText(path: string): Promise<string | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    if (!isResult(textOf(buffer.subarray(0, bytesRead))) || (await file.stat()).size > largest) return null;
  } finally {
    await file.close();
  }
  return textOf(await readFile(path));
}
