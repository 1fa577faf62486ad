import { describe, expect, it } from 'vitest';
import type { Finding, FindingId, FindingStatus } from '../../shared/model/finding.ts';
import { decisiveFindings, rules } from '../../shared/rules/catalogue.ts';
import { exitCodeOfResult } from './exit-code.ts';

const findings = (given: Partial<Record<FindingId, FindingStatus>>): Finding[] =>
  rules.map(({ id }) => ({
    id,
    status: given[id] ?? 'pass',
    summary: '',
    detail: '',
    kb: [],
    repairs: [],
    evidence: [],
  }));

describe('exitCodeOfResult', () => {
  it.each<[string, Parameters<typeof findings>[0], number]>([
    ['nothing fails', {}, 0],
    ['warnings and information', { 'host.elevated': 'warn', 'tls.served': 'info' }, 0],
    ['a failure', { 'cert.name': 'fail' }, 1],
    ['a failure besides a decisive unknown', { 'cert.name': 'fail', 'tls.handshake': 'notRun' }, 1],
    ['a decisive unknown', { 'tls.handshake': 'notRun' }, 3],
    ['another unknown', { 'httpsys.drift': 'notRun' }, 0],
  ])('%s: %j -> %i', (_words, given, code) => {
    expect(exitCodeOfResult({ findings: findings(given) })).toBe(code);
  });

  it('takes a decisive finding that is not there for unknown', () => {
    expect(exitCodeOfResult({ findings: findings({}).filter(({ id }) => id !== 'cert.present') })).toBe(3);
    expect(exitCodeOfResult({ findings: [] })).toBe(3);
  });

  it('knows the decisive findings of this version', () => {
    expect(decisiveFindings).toEqual([
      'iis.config',
      'iis.site',
      'iis.httpsBinding',
      'httpsys.record',
      'cert.present',
      'tls.handshake',
      'agent.service',
    ]);
  });
});
