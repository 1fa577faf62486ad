import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openCaseStore } from '../cases/store.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createRepairEngine } from './engine.ts';
import { impatient } from './testing/impatient.ts';
import { practiceRepair, rebind, wrongCertificate, yes } from './testing/practice-repair.ts';

describe('a repair whose case the disk does not take', () => {
  it('does not begin when there is no place for the case', async () => {
    const { server, cases, repair } = await practiceRepair({ scenario: 'healthy' }, wrongCertificate);
    const before = (await server.world()).httpSys;
    await rm(cases.folder, { recursive: true });
    await writeFile(cases.folder, '');
    await expect(repair()).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining('it is a file, and a folder is needed there'),
    });
    expect((await server.world()).httpSys).toEqual(before);
  });

  it('does not begin when its first line is not written', async () => {
    const { server, data } = await practiceRepair({ scenario: 'healthy' }, wrongCertificate);
    const before = (await server.world()).httpSys;
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const cases = await openCaseStore(data, { writer: { append: () => Promise.reject(full) } });
    const diagnose = () => startDiagnosis(server.host).done;
    const engine = createRepairEngine({ host: server.host, cases, diagnose, before: diagnose, patience: impatient });
    const { token } = await engine.plan(rebind);
    await expect(engine.apply(token, yes)).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringMatching(/journal\.jsonl cannot be used: the disk is full\. Nothing was changed\.$/u),
    });
    expect((await server.world()).httpSys).toEqual(before);
    expect(await cases.unfinished()).toBeNull();
  });
});
