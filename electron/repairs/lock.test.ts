import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeRepairLock } from './lock.ts';

const name = `psdoctor.test.${process.pid}`;

describe('takeRepairLock', () => {
  it('is held by one, and free again after', async () => {
    const release = await takeRepairLock(name, 0);
    await expect(takeRepairLock(name, 0)).rejects.toMatchObject({ code: 'busy' });
    await release();
    await (
      await takeRepairLock(name, 0)
    )();
  });

  it('waits for one that is just ending', async () => {
    const release = await takeRepairLock(name, 0);
    setTimeout(() => void release(), 100);
    await (
      await takeRepairLock(name, 5000)
    )();
  });

  it.skipIf(process.platform === 'win32')('is not held by a process that was killed', async () => {
    const code = `require('net').createServer().listen('\\0${name}', () => console.log('held')); setInterval(() => {}, 1000)`;
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    await expect(takeRepairLock(name, 0)).rejects.toMatchObject({ code: 'busy' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (
      await takeRepairLock(name, 1000)
    )();
  });
});
