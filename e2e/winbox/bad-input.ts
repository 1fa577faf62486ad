import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Result } from '../../shared/model/result.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer, type PracticeServer } from '../../electron/host/practice/practice-server.ts';
import type { ToolName } from '../../electron/host/tools.ts';
import type { BoxFault } from './box-file.ts';
import { createWinbox, type Winbox } from './winbox.ts';

/** Every way in which a tool can answer badly. */
export const faults = {
  'is missing': { kind: 'missing' },
  'may not be started': { kind: 'accessDenied' },
  'exits with 87': { kind: 'exit', code: 87 },
  'prints nothing': { kind: 'exit', code: 0 },
  'prints half': { kind: 'cut' },
  'prints in a wrong encoding': { kind: 'wrongEncoding' },
  'prints bytes that are no text': { kind: 'garbage' },
  'prints a megabyte on one line': { kind: 'huge', bytes: 2 ** 20 },
  hangs: { kind: 'hang' },
} as const satisfies Record<string, BoxFault>;
export type FaultName = keyof typeof faults;

/** The tools that the probes start. */
export const askedTools: readonly ToolName[] = [
  'netsh',
  'appcmd',
  'reg',
  'sc',
  'whoami',
  'netstat',
  'wevtutil',
  'powershell',
];

/** Long enough for tools that work, on a machine that has other things to do. */
const hangMs = 3_000;

/** Tests, on one practice server, what comes of a diagnosis in which one tool answers badly. */
export function testBadInput(scenario: string, cases: readonly (readonly [ToolName, FaultName])[]): void {
  let practiceDir: string;
  let practice: PracticeServer;
  let box: Winbox;
  let sound: Result;
  beforeAll(async () => {
    practiceDir = await mkdtemp(join(tmpdir(), 'winbox-bad-'));
    practice = await createPracticeServer({ scenario, dir: practiceDir });
    box = await createWinbox({ practiceDir });
    sound = await startDiagnosis(box.host).done;
  });
  afterAll(async () => {
    await box.dispose();
    await practice.dispose();
    await rm(practiceDir, { recursive: true });
  });

  it.each(cases)(
    '%s %s',
    async (tool, name) => {
      const fault = faults[name];
      await box.setFault(tool, fault);
      const bad = await startDiagnosis(box.host, fault.kind === 'hang' ? { timeoutMs: hangMs } : {}).done;
      await box.setFault(tool, null);
      expect(Result.safeParse(bad).error).toBeUndefined();
      expect(unknownFacts(bad).length).toBeGreaterThan(unknownFacts(sound).length);
      expectNothingInvented(bad, sound);
    },
    180_000,
  );
}

const unknownFacts = ({ facts }: Result): string[] =>
  Object.entries(facts).flatMap(([name, { state }]) => (state === 'unknown' ? [name] : []));

/** What is said of a server that answers badly is said of the same server when it answers well, or is not known. */
function expectNothingInvented(bad: Result, sound: Result): void {
  const soundly = new Map(sound.findings.map((finding) => [finding.id, finding]));
  for (const { id, status, summary, evidence } of bad.findings) {
    const before = soundly.get(id)!;
    const told = `${id} ${status}, before ${before.status}: ${summary} [${evidence.join()}]`;
    if (status === 'pass') expect(before.status, told).toBe('pass');
    if (status === 'fail') expect(['fail', 'warn'], told).toContain(before.status);
  }
  // A tool that fails is never the cause, and never makes a server healthy.
  if (bad.causes[0]?.id === 'healthy') expect(sound.causes[0]?.id).toBe('healthy');
}
