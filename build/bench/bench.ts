import 'reflect-metadata';
import { benchAgentLog } from './agent-log.ts';
import { benchCommandLine } from './command-line.ts';
import { benchDiagnosis } from './diagnosis.ts';
import { benchEvidenceReading, benchEvidenceRedaction, benchEvidenceWriting } from './evidence.ts';
import type { Figure } from './figures.mjs';
import { benchFleetReading, benchFleetWriting } from './fleet.ts';
import { benchManySites } from './many-sites.ts';
import { benchReport } from './report.ts';

/** What one part leaves for the next. */
const folder = process.env['PSD_BENCH_FOLDER'] ?? '.';

/** What the product promises to be fast at; quick: small sizes, which show that it runs, and not how fast. */
const parts: Readonly<Record<string, (quick: boolean) => Promise<Figure[]>>> = {
  async diagnosis(quick) {
    const { ratio, processes, powershell, totalMs, longestMs, longestChain, cpuMs, unknown } = await benchDiagnosis(
      quick ? 1 : 5,
    );
    return [
      { name: 'diagnosis', value: totalMs, unit: 'ms', limit: null },
      { name: `its longest chain (${longestChain.join(' > ')})`, value: longestMs, unit: 'ms', limit: null },
      { name: 'diagnosis by longest chain', value: ratio, unit: 'times', limit: { atMost: 1.2 } },
      { name: 'work of this process in it', value: cpuMs, unit: 'ms', limit: null },
      { name: 'processes started', value: processes, unit: '', limit: { atMost: 24 } },
      { name: 'of these PowerShell', value: powershell, unit: '', limit: { atMost: 2 } },
      { name: 'facts not known', value: unknown.length, unit: '', limit: { atMost: 0 } },
    ];
  },
  async 'many-sites'(quick) {
    const { sites, records, ms, doubling, tenfold } = benchManySites(quick ? 200 : 5000);
    return [
      { name: `${sites} sites, ${records} records, read and judged`, value: ms, unit: 'ms', limit: { atMost: 2000 } },
      { name: 'twice as many', value: doubling, unit: 'times', limit: { atMost: 2.5 } },
      { name: 'all of them by a tenth of them', value: tenfold, unit: 'times', limit: { atMost: 12 } },
    ];
  },
  async 'agent-log'(quick) {
    const { bytes, readMs, grepMs, ripgrepMs, speed, peakMebibytes } = await benchAgentLog(quick ? 8 : 1024);
    return [
      { name: `agent log of ${Math.round(bytes / 2 ** 20)} MiB`, value: readMs, unit: 'ms', limit: null },
      { name: 'grep -F -c -f on the same', value: grepMs, unit: 'ms', limit: null },
      { name: 'speed by that of grep', value: speed, unit: 'times', limit: { atLeast: 0.5 } },
      ...(ripgrepMs === null
        ? []
        : [
            { name: 'rg -F -c -f on the same', value: ripgrepMs, unit: 'ms', limit: null },
            { name: 'time by that of ripgrep', value: readMs / ripgrepMs, unit: 'times', limit: { atMost: 1.5 } },
          ]),
      { name: 'memory while reading', value: peakMebibytes, unit: 'MiB', limit: { atMost: 200 } },
    ];
  },
  async 'command-line'(quick) {
    const { nodeMs, diagnoseMs } = benchCommandLine(quick ? 1 : 7);
    return [
      { name: 'node -e 0', value: nodeMs, unit: 'ms', limit: null },
      { name: 'psdoctor diagnose on the practice server', value: diagnoseMs, unit: 'ms', limit: null },
      { name: 'more than node -e 0', value: diagnoseMs - nodeMs, unit: 'ms', limit: { atMost: 700 } },
    ];
  },
  report: (quick) => benchReport(quick ? 50 : 1000),
  'evidence-written': (quick) => benchEvidenceWriting(folder, quick ? 8 : 500),
  'evidence-read': () => benchEvidenceReading(folder),
  'evidence-redacted': () => benchEvidenceRedaction(folder),
  'fleet-written': (quick) => benchFleetWriting(folder, quick ? 200 : 10_000),
  'fleet-read': () => benchFleetReading(folder),
};

// `node bench.js PART [--quick]` prints the part's figures as JSON. Each part has a process of its own, for its memory.
const [part = '', size] = process.argv.slice(2);
const figures = (await parts[part]?.(size === '--quick')) ?? [];
const rounded = figures.map((figure) => ({ ...figure, value: Math.round(figure.value * 100) / 100 }));
process.stdout.write(JSON.stringify(rounded));
