import { expect, it } from 'vitest';
import type { Finding } from '../../../shared/model/finding.ts';
import { groupsOf } from './groups.ts';

const finding = (id: Finding['id'], status: Finding['status']) => ({ id, status }) as Finding;

it('puts each finding into one group, what needs attention first, by area within', () => {
  const groups = groupsOf([
    finding('host.elevated', 'pass'),
    finding('cert.present', 'fail'),
    finding('iis.site', 'pass'),
    finding('host.supported', 'pass'),
    finding('tls.served', 'notRun'),
  ]);
  expect(groups.map(({ status, count }) => [status, count])).toEqual([
    ['fail', 1],
    ['notRun', 1],
    ['pass', 3],
  ]);
  expect(groups.at(-1)?.areas.map(({ area, findings }) => [area, findings.map(({ id }) => id)])).toEqual([
    ['host', ['host.elevated', 'host.supported']],
    ['iis', ['iis.site']],
  ]);
});
