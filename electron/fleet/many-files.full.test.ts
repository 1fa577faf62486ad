import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { Fleet } from '../../shared/fleet/fleet.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';

/** Built before the tests. */
const program = fileURLToPath(new URL('../../out/psdoctor/psdoctor.js', import.meta.url));

/**
 * Told when the process ends: its processor time in microseconds, and its highest memory. What getrusage says of memory
 * begins with the parent's.
 */
const usage = `data:text/javascript,${encodeURIComponent(
  'import{readFileSync}from"node:fs";process.on("exit",()=>{const{userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write(`usage ${userCPUTime+systemCPUTime}\\n${readFileSync("/proc/self/status","utf8")}`)})',
)}`;

// Linux tells a process's highest memory.
it.skipIf(process.platform !== 'linux')(
  '20,000 files, of which many are bad, take less than 20 s of work and 300 MB',
  { timeout: 600_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'psdoctor-many-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { host } = await createPracticeServer({ scenario: 'stale-binding' });
    const result = await startDiagnosis(host).done;
    await host.dispose();
    const bad = [
      ['half.json', JSON.stringify(result).slice(0, 20_000)],
      ['empty.json', ''],
      ['foreign.json', '{ "format": "another-product/report" }'],
      ['newer.json', JSON.stringify({ ...result, version: 2 })],
      ['log.txt', 'a line of a log\r\n'.repeat(500)],
      ['result.json.0a1b2c.tmp', '{'],
    ] as const;
    const results = join(folder, 'results');
    for (let index = 0; index < 20_000; index += 1) {
      const place = join(results, String(index % 50));
      if (index < 50) await mkdir(place, { recursive: true });
      // Every second file is a result, and every fifth server is there twice.
      const [name, content] = bad[index % bad.length]!;
      const number = Math.floor(index / 2) % 8000;
      const target = { ...result.target, fqdn: `ps${number}.corp.example` };
      if (index % 2 === 0) await writeFile(join(place, `${index}.json`), JSON.stringify({ ...result, target }));
      else await writeFile(join(place, `${index}-${name}`), content);
    }
    const out = join(folder, 'list.json');
    const began = performance.now();
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', usage, program, 'fleet', results, '--json', '--out', out],
      { encoding: 'utf8' },
    );
    const [, work = ''] = /^usage (\d+)$/mu.exec(stderr) ?? [];
    const [, memory = ''] = /^VmHWM:\s*(\d+) kB$/mu.exec(stderr) ?? [];
    const [mebibytes, workMs] = [Number(memory) / 1024, Number(work) / 1000];
    console.log(
      `20,000 files: ${Math.round(performance.now() - began)} ms, of which work ${Math.round(workMs)} ms; ${Math.round(mebibytes)} MiB`,
    );
    expect(status).toBe(1);
    expect(Fleet.parse(JSON.parse(await readFile(out, 'utf8'))).counts).toMatchObject({
      files: 20_000,
      servers: 8000,
      // The very same diagnosis.
      superseded: 2000,
      sameRun: 2000,
      refused: 10_000,
    });
    expect(workMs).toBeGreaterThan(0);
    expect(mebibytes).toBeGreaterThan(0);
    expect(workMs).toBeLessThan(20_000);
    expect(mebibytes).toBeLessThan(300);
  },
);
