import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from '../test/system.mjs';

/** Debian's wine64 puts nothing into PATH. */
const folders = ['/usr/lib/wine', '/usr/bin', '/opt/wine-stable/bin'];
const find = (...names: string[]): string | undefined =>
  folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));

/**
 * Debian's Wine, installed when this is root on a system that has it.
 *
 * @returns why there is none; null when there is one
 */
export async function whyNoWine(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Wine is looked for on 64-bit Linux alone.';
  if (find('wine64') !== undefined) return null;
  if (process.getuid?.() !== 0) return 'Wine is not installed, and only root can install it (apt-get install wine64).';
  try {
    await installPackages([['wine64']]);
    return find('wine64') === undefined ? 'There is no wine64 where Debian puts it.' : null;
  } catch (error) {
    return (error as Error).message;
  }
}

export interface Ended {
  /** Null when it was ended at its time. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Wine {
  /** A folder of this system, removed at the end; its content is at `Z:` plus its path there. */
  folder: string;
  /** Runs a program of this Windows; `program` is a path of this system, or the name of one in System32. */
  run(program: string, ...args: string[]): Promise<Ended>;
  /** The path of a file of this system, as that Windows names it. */
  path(file: string): string;
  dispose(): void;
}

const timeoutMs = 240_000;

/** A new Windows 10 without anything in it, as far as Wine is one. */
export async function openWine(): Promise<Wine> {
  const wine64 = find('wine64');
  if (wine64 === undefined) throw new Error('There is no wine64.');
  const folder = mkdtempSync(join(tmpdir(), 'psdoctor-wine-'));
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    LC_ALL: 'C.UTF-8',
    WINEPREFIX: join(folder, 'prefix'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // It would ask for downloads, and make entries in the person's menus.
    WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=',
  };
  let runs = 0;
  const run = (program: string, ...args: string[]): Promise<Ended> => {
    // A Node for Windows does not start with one of our pipes as its stdout: it gets files.
    const [out, err] = ['out', 'err'].map((name) => join(folder, `${(runs += 1)}.${name}`)) as [string, string];
    const [stdout, stderr] = [openSync(out, 'w'), openSync(err, 'w')];
    const child = spawn(wine64, [program, ...args], { env, stdio: ['ignore', stdout, stderr], timeout: timeoutMs });
    closeSync(stdout);
    closeSync(stderr);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) =>
        resolve({ code, stdout: readFileSync(out, 'utf8'), stderr: readFileSync(err, 'utf8') }),
      );
    });
  };
  await run('wineboot', '-i');
  // Node runs on nothing older.
  await run('reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f');
  return {
    folder,
    run,
    path: (file) => `Z:${file.replaceAll('/', '\\')}`,
    dispose() {
      const server = find('wineserver64', 'wineserver');
      if (server !== undefined) spawnSync(server, ['-k'], { env, stdio: 'ignore', timeout: 20_000 });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
