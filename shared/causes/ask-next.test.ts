import { expect, it } from 'vitest';
import { unknown } from '../model/fact.ts';
import type { FactName, Facts } from '../model/facts.ts';
import { rules } from '../rules/catalogue.ts';
import { judgeAll } from '../rules/frame.ts';
import { asFacts, context, soundServer } from '../rules/sample-server.ts';
import { explainAll } from './frame.ts';

/** What is said when only these facts of a sound server were sent. */
function adviceFor(facts: Facts): string {
  const [cause] = explainAll(judgeAll(facts, rules, context), facts, context);
  expect(cause?.id).toBe('undetermined');
  return cause?.advice ?? '';
}

const only = (...names: FactName[]): Facts =>
  asFacts(soundServer(), Object.keys(soundServer()).filter((name) => !names.includes(name as FactName)) as FactName[]);

it('names what was not sent, with the command to run', () => {
  const nothing = adviceFor({});
  expect(nothing).toContain('netsh http show sslcert >');
  expect(nothing).toContain('applicationHost.config');
  expect(nothing).toContain('reg export HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters');
  expect(nothing).toContain('Export-Certificate');
  expect(nothing).toContain('*.log');
  expect(nothing).toContain('psdoctor diagnose --bundle');
});

it('does not ask again for what is there', () => {
  const advice = adviceFor(only('httpSysLive', 'agentLog'));
  expect(advice).not.toContain('netsh http show');
  expect(advice).not.toContain('*.log');
  expect(advice).toContain('applicationHost.config');
});

it('asks for an elevated run where that is what is missing, and not for files', () => {
  const lost = Object.fromEntries(
    Object.keys(soundServer()).map((name) => [name, unknown('notElevated', 'Access denied.')]),
  );
  const advice = adviceFor(lost);
  expect(advice).toContain('Run as administrator');
  expect(advice).not.toContain('Ask the customer');
});
