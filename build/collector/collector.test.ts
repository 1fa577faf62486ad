import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer } from '../../electron/host/practice/practice-server.ts';
import { openRecordedHost } from '../../electron/host/recorded/recorded-host.ts';
import { writeBundle } from '../../electron/host/recorded/write-bundle.ts';
import { recording, type RecordedAnswer } from '../../electron/host/recording.ts';
import { loadPowerShellGrammar, newerSyntax } from '../../electron/probes/test-support/powershell-syntax.ts';

const folder = new URL('.', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const scripts = readdirSync(folder).filter((name) => name.endsWith('.ps1'));

/** The list of Questions.ps1, read as PowerShell would: strings of one or two quotation marks, and three variables. */
function questions(): { name: string; binary: string; args: string[] }[] {
  const text = textOf('Questions.ps1');
  const strings = (line: string): string[] =>
    [...line.matchAll(/'([^']*)'|"([^"]*)"|\$agent\b/gu)].map(([whole, single, double]) => single ?? double ?? whole);
  const valueOf = (name: string) => new RegExp(`^\\$${name} = '([^']*)'`, 'mu').exec(text)?.[1] ?? '';
  const [, list = ''] = /^\$events = @\(\n([^]*?)\n\) -join ' or '/mu.exec(text) ?? [];
  const events = [...list.matchAll(/^ {2}"(.*)"$/gmu)].map(([, part]) => part).join(' or ');
  const expand = (part: string) =>
    part.replace('$events', events).replace('$control', valueOf('control')).replace('$agent', valueOf('agent'));
  return [...text.matchAll(/^ {2}, @\((.*)\)$/gmu)].map(([, line = '']) => {
    const [name = '', binary = '', , ...args] = strings(line).map(expand);
    return { name, binary: `C:\\Windows\\${binary}`, args };
  });
}

/** Whether the collector asks it as well. */
function isCollected({ kind, name }: RecordedAnswer): boolean {
  if (kind === 'tls') return false;
  if (kind === 'command') return name.startsWith('powershell.') || questions().some((each) => each.name === name);
  return !name.includes('agentPolicy');
}

describe('the collector', () => {
  let scratch: string;
  beforeAll(async () => {
    await loadPowerShellGrammar();
    scratch = await mkdtemp(join(tmpdir(), 'collector-'));
  });
  afterAll(() => rm(scratch, { recursive: true }));

  it.each(scripts)('%s is Windows PowerShell, in ASCII', (name) => {
    expect(newerSyntax(textOf(name))).toEqual([]);
    expect(textOf(name)).toMatch(/^[\n\x20-\x7e]*$/u);
  });

  it('asks every command of a diagnosis, word for word', async () => {
    const server = await createPracticeServer({ scenario: 'stale-binding' });
    const host = recording(server.host);
    await startDiagnosis(host).done;
    await server.dispose();
    const asked = host
      .answers()
      .flatMap((answer) =>
        answer.kind === 'command' && !answer.name.startsWith('powershell.')
          ? [{ name: answer.name, binary: answer.binary, args: [...answer.args] }]
          : [],
      );
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(questions().toSorted(byName)).toEqual(asked.toSorted(byName));
  });

  it.each(['stale-binding', 'missing-record', 'legacy-metabase', 'missing-features', 'foreign-owner', 'ip-listen'])(
    'brings enough to find %s',
    async (scenario) => {
      const server = await createPracticeServer({ scenario });
      const host = recording(server.host);
      const live = await startDiagnosis(host).done;
      const bundle = join(scratch, scenario);
      await writeBundle(
        { kind: host.kind, name: host.name, answers: () => host.answers().filter(isCollected) },
        bundle,
      );
      await server.dispose();
      const recorded = await openRecordedHost(bundle);
      const found = await startDiagnosis(recorded).done;
      await recorded.dispose();
      expect(found.causes[0]?.id).toBe(live.causes[0]?.id);
    },
  );

  it('takes out what a recording takes out', () => {
    const values = /^\$agentValues = (.*)$/mu.exec(textOf('Collect-Evidence.ps1'))?.[1];
    expect(values).toBe("'InstallDir', 'Version', 'Policy Last Received', 'Policy Last Requested'");
    expect(textOf('Questions.ps1')).toMatch(/'reg\.agent\.settings', [^,]*, 'agentValues'/u);
    expect(textOf('Questions.ps1')).toMatch(/'appcmd\.list\.site', [^,]*, 'configuration'/u);
    expect(textOf('Collect-Evidence.ps1')).toMatch(/Add-File "file\.\$name" [^\n]* 'configuration'/u);
  });
});
