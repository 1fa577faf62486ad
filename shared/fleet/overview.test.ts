import { expect, it } from 'vitest';
import { closedView } from './closed-view.ts';
import { overviewOf } from './overview.ts';
import { rollUp } from './roll-up.ts';
import { cause, failing, readings, row, tried } from './testing/rows.ts';
import { FleetView } from './view.ts';

const before = (state: 'failing' | 'healthy') => ({ at: '2026-02-01T00:00:00.000Z', state, causes: [cause('x')] });

it('tells how servers were before a repair run, and how they are now', () => {
  const rows = [
    row('ps01', { before: before('failing'), repair: tried('fixed') }),
    failing('ps02', 'stale-binding', { before: before('failing') }),
    failing('ps03', 'stale-binding', { before: before('healthy') }),
    failing('ps04', 'stale-binding'),
  ];
  const { compared, counts, repairs } = overviewOf(rollUp(readings(rows), '1'));
  expect(compared).toEqual({
    servers: 3,
    before: { failing: 2, incomplete: 0, healthy: 1 },
    now: { failing: 2, incomplete: 0, healthy: 1 },
  });
  expect(counts).toMatchObject({ servers: 4, failing: 3, repaired: 1 });
  expect(repairs).toEqual([{ repair: 'rebind-certificate', outcome: 'fixed', servers: 1 }]);
});

it('has one size for ten thousand servers, whatever stands in their documents', () => {
  const long = 'x'.repeat(300);
  const certificate = { thumbprint: 'A'.repeat(40), subject: long, issuer: long, notAfter: '2026-04-01T00:00:00.000Z' };
  const rows = Array.from({ length: 10_000 }, (_, index) =>
    failing(`ps${index}`, `${long}${index % 60}`, { certificate }),
  );
  const refused = rows.map(({ file }) => ({ file, reason: 'damaged', words: long }) as const);
  const overview = overviewOf(rollUp({ ...readings(rows), refused }, '1'));
  expect(JSON.stringify(overview).length).toBeLessThan(40_000);
  FleetView.parse({ ...closedView, ...overview });
  // What holds for most of them is told first.
  expect(overview.common[0]).toContain('10000 servers');
});
