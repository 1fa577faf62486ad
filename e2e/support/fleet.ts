import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Result } from '../../shared/model/result.ts';
import { chooseFiles } from './dialogs.ts';

const psdoctor = join(import.meta.dirname, '..', '..', 'build', 'psdoctor.mjs');

/** What a practice server's diagnosis found. */
export function resultOf(scenario: string): Result {
  const args = [psdoctor, 'diagnose', '--json', '--target', `practice:${scenario}`];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Result;
}

/** A folder of results of many servers, as an engine leaves them. */
export interface ResultsFolder {
  path: string;
  /** Writes a result, or what a repair left, whole or not at all. */
  put(file: string, document: unknown): void;
  remove(): void;
}

export function resultsFolder(): ResultsFolder {
  const path = join(mkdtempSync(join(tmpdir(), 'psd-fleet-')), 'results');
  mkdirSync(path);
  return {
    path,
    put(file, document) {
      const whole = join(path, file);
      writeFileSync(`${whole}.tmp`, typeof document === 'string' ? document : JSON.stringify(document));
      renameSync(`${whole}.tmp`, whole);
    },
    remove: () => rmSync(dirname(path), { recursive: true, force: true }),
  };
}

export const named = (result: Result, fqdn: string, more: Partial<Result> = {}): Result => ({
  ...result,
  ...more,
  target: { ...result.target, fqdn },
});

/** What `psdoctor repair --json` leaves of a repair that came to its end. */
export const repaired = (before: Result, after: Result, outcome = 'fixed') => ({
  format: 'package-server-doctor/repair',
  version: 1,
  repair: 'rebind-certificate',
  case: null,
  plan: null,
  outcome,
  detail: '',
  steps: [],
  before,
  after,
});

/** Opens the folder from the start screen, by the dialog. */
export async function openFleet(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await chooseFiles(app, [folder]);
  await page.getByRole('button', { name: 'Open a folder of results …' }).click();
}
