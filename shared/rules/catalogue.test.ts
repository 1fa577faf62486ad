import { expect, it } from 'vitest';
import { FindingId } from '../model/finding.ts';
import { rules } from './catalogue.ts';
import { judgeAll } from './frame.ts';
import { B, one } from './rule-table.ts';
import { asFacts, certificate, context, makeStale, soundServer, type SoundServer } from './sample-server.ts';

const judge = (server: SoundServer) => judgeAll(asFacts(server), rules, context);

it('all checks pass on a sound server, but the one that can never be sure, in the order of the ids', () => {
  const findings = judge(soundServer());
  const others = findings.filter(({ status }) => status !== 'pass').map(({ id, status }) => [id, status]);
  expect(others).toEqual([['agent.httpsPublished', 'info']]);
  expect(findings.map(({ id }) => id)).toEqual(FindingId.options);
});

it('the detail has the full thumbprint', () => {
  const server = soundServer();
  makeStale(server);
  expect(judge(server).find(({ id }) => id === 'cert.present')?.detail).toContain(B);
});

it('a rebind is offered for a bad certificate only when a better one is there', () => {
  const expired = soundServer();
  one(expired, { notAfter: '2026-02-01T00:00:00.000Z' });
  const repairs = () => judge(expired).find(({ id }) => id === 'cert.validity')?.repairs;
  expect(repairs()).toEqual([]);
  expired.certificates = { items: [...expired.certificates.items, certificate({ thumbprint: B })] };
  expect(repairs()).toEqual(['rebind-certificate']);
});
