import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepairReport } from '../../shared/model/repair.ts';
import { namedFolder } from '../app/named-file.ts';
import { fileNameOf, outWords, type OutputOptions } from './output.ts';

/** How --help tells of `--out` of what repairs, resumes and undoes. */
export const outOfRepair = outWords(
  'writes it into a file, or into a folder as <fqdn>.json (beside the report of an earlier repair as <fqdn>-<repair>-<time>.json)',
);

/** What names a report in a folder: none takes the place of an earlier one, which may be the proof of a repair. */
export async function repairFileName({ repair, before }: RepairReport, { out }: OutputOptions): Promise<string> {
  const server = before.target.fqdn ?? before.target.name;
  const folder = out === undefined ? null : await namedFolder(out);
  if (folder === null || !(await holdsReport(join(folder, `${fileNameOf(server)}.json`)))) return server;
  return `${server}-${repair}-${new Date().toISOString().replace(/[-:.]/gu, '')}`;
}

const format: RepairReport['format'] = 'package-server-doctor/repair';

async function holdsReport(file: string): Promise<boolean> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as { format?: unknown } | null)?.format === format;
  } catch {
    // What is not there, or is no document, is no proof of anything.
    return false;
  }
}
