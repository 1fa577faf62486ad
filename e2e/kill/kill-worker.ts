import { appendFile } from 'node:fs/promises';
import { openCaseStore } from '../../electron/cases/store.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer } from '../../electron/host/practice/practice-server.ts';
import { createRepairEngine } from '../../electron/repairs/engine.ts';
import { flushingWriter, type JournalWriter } from '../../electron/repairs/journal-writer.ts';

/**
 * A process that repairs a kept practice server and dies at one write of its
 * journal: before it, with half a line written, or right after it.
 * Arguments: server folder, data folder, number of the write, moment, `fail` to break the proof.
 */
const [dir, data, deadly, moment, proof] = process.argv.slice(2) as [string, string, string, string, string];

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

const server = await createPracticeServer({ scenario: 'healthy', dir });
const wanted = (await server.world()).iis.sites[0]!.bindings[1]!.shown!.hash;
const diagnose = () => startDiagnosis(server.host).done;
const engine = createRepairEngine({
  host: server.host,
  cases: await openCaseStore(data, { writer }),
  async diagnose() {
    if (proof === 'fail') {
      await server.change((world) => {
        for (const own of world.certificates) if (own.hash === wanted) own.key = 'unusable';
      });
    }
    return diagnose();
  },
  before: diagnose,
  patience: { addRetries: [], proofRetries: [], lock: 0 },
});
const { token } = await engine.plan({
  repair: 'rebind-certificate',
  endpoint: null,
  certificate: null,
  takeOver: false,
});
await engine.apply(token, {
  confirm: () => Promise.resolve(true),
  onCurrent: () => undefined,
  onStep: () => undefined,
});
await server.dispose();
