import { describe, expect, it } from 'vitest';
import { known } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { HandshakeAttempt } from '../model/facts/tls.ts';
import type { Result } from '../model/result.ts';
import { compareFindings, compareHandshakes } from './comparison.ts';

const finding = (id: Finding['id'], status: Finding['status']) =>
  ({ id, status, summary: `${id} ${status}` }) as Finding;
const attempt = (address: string, outcome: HandshakeAttempt['outcome']) =>
  ({ client: 'node', address, port: 443, serverName: null, outcome, thumbprint: null }) as HandshakeAttempt;
const result = (findings: Finding[], attempts: HandshakeAttempt[] = []) =>
  ({ findings, facts: { handshakes: known({ attempts }, []) } }) as unknown as Result;

describe('compareFindings', () => {
  it('puts what changed before what only proves, and counts the rest', () => {
    const before = result([
      finding('iis.site', 'pass'),
      finding('httpsys.record', 'pass'),
      finding('cert.present', 'fail'),
    ]);
    const after = result([
      finding('iis.site', 'pass'),
      finding('httpsys.record', 'pass'),
      finding('cert.present', 'pass'),
    ]);
    const { pairs, unchanged } = compareFindings(before, after, ['httpsys.record', 'cert.present']);
    expect(pairs.map(({ id }) => id)).toEqual(['cert.present', 'httpsys.record']);
    expect(unchanged).toBe(1);
  });

  it('shows a check that was asked on one side only', () => {
    const { pairs } = compareFindings(result([finding('tls.served', 'fail')]), result([]), []);
    expect(pairs).toEqual([{ id: 'tls.served', before: finding('tls.served', 'fail'), after: undefined }]);
  });
});

describe('compareHandshakes', () => {
  it('leaves out what asks about one version of the protocol only', () => {
    const pinned = { ...attempt('127.0.0.1', 'protocol'), offered: 'TLSv1.3' };
    const one = result([], [attempt('127.0.0.1', 'completed'), pinned]);
    expect(compareHandshakes(one, one)).toMatchObject([{ after: { outcome: 'completed' } }]);
  });

  it('sets the same connection side by side, those that changed first', () => {
    const before = result([], [attempt('127.0.0.1', 'completed'), attempt('10.0.0.7', 'reset')]);
    const after = result(
      [],
      [attempt('127.0.0.1', 'completed'), attempt('10.0.0.7', 'completed'), attempt('10.0.0.8', 'completed')],
    );
    expect(
      compareHandshakes(before, after).map((pair) => [pair.address, pair.before?.outcome, pair.after?.outcome]),
    ).toEqual([
      ['10.0.0.7', 'reset', 'completed'],
      ['10.0.0.8', undefined, 'completed'],
      ['127.0.0.1', 'completed', 'completed'],
    ]);
  });
});
