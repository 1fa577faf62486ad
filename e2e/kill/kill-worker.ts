import { appendFile } from 'node:fs/promises';
import { RepairId } from '../../shared/model/repair-id.ts';
import type { Result } from '../../shared/model/result.ts';
import { openCaseStore } from '../../electron/cases/store.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createRepairEngine } from '../../electron/repairs/engine.ts';
import { flushingWriter, type JournalWriter } from '../../electron/repairs/journal-writer.ts';
import { afterPolicy } from '../../electron/repairs/testing/after-policy.ts';
import { yes } from '../../electron/repairs/testing/yes.ts';
import { openServer } from './open-server.ts';

/**
 * A process that repairs a kept practice server and dies at one write of its
 * journal: before it, with half a line written, or right after it. With the
 * number 0 it lives, and prints how many lines it wrote.
 * Arguments: server folder, data folder, repair, number of the write, moment, `fail` to break the proof,
 * and the process behind the programs of the winbox through which the server is asked, if any.
 */
const [dir, data, repair, deadly, moment, proof, script = null] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string?,
];

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};

let writes = 0;
const writer: JournalWriter = {
  async append(file, line) {
    const now = ++writes === Number(deadly);
    if (now && moment === 'before') await die();
    if (now && moment === 'torn') {
      await appendFile(file, line.slice(0, line.length / 2));
      await die();
    }
    await flushingWriter.append(file, line);
    if (now) await die();
  },
};

/** A server that tells nothing any more, and of which everything fails, proves no repair. */
const unprovable = (result: Result): Result => ({
  ...result,
  facts: {},
  findings: result.findings.map((finding) => ({ ...finding, status: 'fail' as const })),
});

const { server, host, patience, dispose } = await openServer(dir, script);
const diagnose = () => startDiagnosis(host).done;
const engine = createRepairEngine({
  host,
  cases: await openCaseStore(data, { writer }),
  diagnose: async () => (proof === 'fail' ? unprovable(await diagnose()) : diagnose()),
  before: diagnose,
  patience,
});
const { token } = await engine.plan({
  repair: RepairId.parse(repair),
  endpoint: null,
  certificate: null,
  takeOver: false,
});
const report = await engine.apply(token, yes);
if (report.outcome === 'pending') await afterPolicy(server, engine, report);
await dispose();
process.stdout.write(JSON.stringify({ writes }));
