import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseStore } from '../../cases/store.ts';

/** Leaves a case as a process does that died before it wrote the last lines of the journal, and what it noted then. */
export async function dieBefore(cases: CaseStore, caseId: string, lastLines: number): Promise<void> {
  const { folder, about } = await cases.open(caseId);
  const journal = join(folder, 'journal.jsonl');
  const lines = (await readFile(journal, 'utf8')).trimEnd().split('\n').slice(0, -lastLines);
  await writeFile(journal, lines.map((line) => `${line}\n`).join(''));
  await writeFile(join(folder, 'case.json'), JSON.stringify({ ...about(), repairs: [] }));
}
