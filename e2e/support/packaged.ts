import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';

/**
 * Starts a packaged wizard and attaches to its page. Its fuses leave no `--inspect`, by which Playwright's own launch
 * speaks to the main process; the page is reached as any Chromium's is, and the main process is not reached at all.
 *
 * @param args what follows the program's name
 */
export async function launchPackaged(executable: string, args: string[] = [], env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'psd-packaged-'));
  const child = spawn(
    executable,
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--data',
      join(folder, 'data'),
      ...args,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder, env: { ...process.env, ...env } },
  );
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const browser = await chromium.connectOverCDP(await debuggerAddress(() => words, ended));
  const [context] = browser.contexts();
  const page: Page = context?.pages()[0] ?? (await context!.waitForEvent('page'));
  return {
    page,
    /** What it wrote to stderr so far. */
    said: () => words,
    /** Closes the window as a person does; the exit code. */
    async close(): Promise<number | null> {
      await page.close();
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** The address that Chromium says on stderr. */
async function debuggerAddress(words: () => string, ended: Promise<number | null>): Promise<string> {
  const gone = ended.then((code) => {
    throw new Error(`The packaged wizard ended with ${code}: ${words().slice(-2000)}`);
  });
  // It ends at last, and nobody is waiting here any more.
  gone.catch(() => undefined);
  for (;;) {
    const [, address] = /DevTools listening on (ws:\S+)/u.exec(words()) ?? [];
    if (address !== undefined) return address;
    await Promise.race([gone, setTimeout(50)]);
  }
}
