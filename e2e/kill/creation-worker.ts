import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { openCaseStore } from '../../electron/cases/store.ts';

/**
 * A process that makes a case and dies before one of its calls of the file
 * system. With the number 0 it lives, and prints how many calls there are.
 * Arguments: data folder, number of the call.
 */
const [data, deadly] = process.argv.slice(2) as [string, string];

const store = await openCaseStore(data);

let calls = 0;
for (const name of ['readdir', 'stat', 'mkdir', 'open', 'rename', 'unlink', 'rmdir'] as const) {
  const real = fs.promises[name] as (...args: unknown[]) => Promise<unknown>;
  Object.assign(fs.promises, {
    [name](...args: unknown[]): Promise<unknown> {
      if (++calls !== Number(deadly)) return real(...args);
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => undefined);
    },
  });
}
syncBuiltinESMExports();

const target = 'practice:healthy';
await store.create({ target, identity: null, server: 'PS07.corp.example', now: '2026-01-31T10:00:00.000Z' });
process.stdout.write(String(calls));
