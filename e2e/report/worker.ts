import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { Result } from '../../shared/model/result.ts';
import { reportHtml } from '../../shared/report/html/page.ts';
import { summaryMarkdown, summaryText } from '../../shared/report/summary.ts';
import { keepingEvidence } from '../../electron/cases/keeping-evidence.ts';
import { openCaseStore } from '../../electron/cases/store.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer, listScenarios } from '../../electron/host/practice/practice-server.ts';
import { recording } from '../../electron/host/recording.ts';
import { createRepairEngine } from '../../electron/repairs/engine.ts';
import { makeReport } from '../../electron/report/report.ts';
import { sourceOfCase, sourceOfResult } from '../../electron/report/source.ts';
import { registerWizardScheme } from '../../electron/window/app-protocol.ts';
import { printPdf } from '../../electron/window/print-pdf.ts';
import { grow, type Growth } from './growth.ts';
import { originalsOf } from './originals.ts';

export interface Wish {
  scenario: string;
  /** Default: the scenario's own. */
  language?: string;
  redact?: boolean;
  /** Repairs the certificate binding first, so that there is a before and an after. */
  repaired?: boolean;
  /** Changes the result into a harder one. */
  growth?: Growth;
}

export interface Made {
  html: string;
  /** What stands at the top of each page. */
  head: string;
  text: string;
  markdown: string;
  /** Everything of the server that would tell whose it is. */
  originals: string[];
}

/** Makes a report in this process as the wizard does. */
async function make({ scenario, language, redact = false, repaired = false, growth }: Wish): Promise<Made> {
  const server = await createPracticeServer({ scenario, ...(language === undefined ? {} : { language }) });
  const data = await mkdtemp(join(tmpdir(), 'report-worker-'));
  try {
    const host = recording(server.host);
    const before = await startDiagnosis(host).done;
    const source = repaired ? await repair(before) : { ...sourceOfResult(before), evidence: host };
    const grown = {
      ...source,
      result: grow(source.result, growth),
      about: { ticket: 'INC-4711', engineer: 'Ada Example' },
    };
    const { document } = await makeReport(grown, redact ? { thumbprints: false } : null);
    const { target } = document.result;
    return {
      html: reportHtml(document),
      head: `Package server report: ${target.fqdn ?? target.name}`,
      text: summaryText(document),
      markdown: summaryMarkdown(document),
      originals: [...originalsOf(await server.world()), 'Ada Example'],
    };

    async function repair(first: Result) {
      const cases = keepingEvidence(await openCaseStore(data), host, (error) => console.error(error));
      const engine = createRepairEngine({
        host,
        cases,
        before: () => Promise.resolve(first),
        diagnose: () => (host.phase('after'), startDiagnosis(host).done),
      });
      host.phase('rebind-certificate');
      const request = { repair: 'rebind-certificate', endpoint: null, certificate: null, takeOver: false } as const;
      const hooks = { confirm: () => Promise.resolve(true), onCurrent: () => undefined, onStep: () => undefined };
      const report = await engine.apply((await engine.plan(request)).token, hooks);
      return (await sourceOfCase(await cases.open(report.case ?? ''), host)).source;
    }
  } finally {
    await server.dispose();
    await rm(data, { recursive: true, force: true });
  }
}

/** What a spec asks of this process. */
const worker = {
  scenarios: () => listScenarios().map(({ id }) => id),
  make,
  /** The PDF in base64. */
  async print({ html, head }: Pick<Made, 'html' | 'head'>, paper: 'A4' | 'Letter'): Promise<string> {
    return Buffer.from(await printPdf(html, head, paper)).toString('base64');
  },
};
export type Worker = typeof worker;
Object.assign(globalThis, { worker });

registerWizardScheme();
app.on('window-all-closed', () => undefined);
void app.whenReady().then(() => new BrowserWindow({ width: 1000, height: 800 }).loadURL('about:blank'));
