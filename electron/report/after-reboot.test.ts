import { expect, it } from 'vitest';
import { reportHtml } from '../../shared/report/html/page.ts';
import { summaryText } from '../../shared/report/summary.ts';
import { timelineOf } from '../../shared/report/timeline.ts';
import { practiceRepair, yes } from '../repairs/testing/practice-repair.ts';
import { makeReport } from './report.ts';
import { sourceOfCase } from './source.ts';

/** What every format says after a repair, a restart of Windows and the look after it. */
async function toldAfterReboot(scenario: string) {
  const { server, cases, engine, repair } = await practiceRepair({ scenario });
  const { case: id } = await repair({ takeOver: true });
  await server.happen('reboot');
  await engine.resume(id!, yes);
  const { document } = await makeReport((await sourceOfCase(await cases.open(id!))).source, null);
  const html = reportHtml(document).replace(/<[^>]+>/gu, '');
  return {
    summary: summaryText(document),
    changes: html.slice(html.indexOf('What was changed'), html.indexOf('Timeline')),
    moments: timelineOf(document).map(({ words }) => words),
  };
}

const time = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d`;

it('tells of a repair that a restart of Windows has undone that it did not survive, and when that was seen', async () => {
  const { summary, changes, moments } = await toldAfterReboot('policy-not-forced');
  expect(summary).not.toContain('Repaired and proven');
  expect(summary).toMatch(
    new RegExp(
      `^Repair: Certificate binding, ${time} UTC\\. Proven at first, but it did not survive the restart of Windows \\(looked ${time} UTC\\)\\.\n- tls\\.served: `,
      'mu',
    ),
  );
  expect(summary.split('\n').length).toBeLessThanOrEqual(12);
  expect(changes).toContain('Proven at first, but it did not survive the restart of Windows.');
  expect(changes).toMatch(new RegExp(`looked at ${time}:\\d\\d UTC: it has not survived\\. tls\\.served: `, 'u'));
  expect(changes).toContain('Look at the server before anything of it is taken back.');
  expect(moments.at(-1)).toMatch(/^Certificate binding has not survived the restart of Windows\. tls\.served: /u);
});

it('says of a repair that it survived the restart of Windows where it did', async () => {
  const { summary, changes, moments } = await toldAfterReboot('missing-record');
  expect(summary).toMatch(
    new RegExp(`Repaired and proven, and it survived the restart of Windows \\(looked ${time} UTC\\)`, 'u'),
  );
  expect(changes).toContain('Repaired and proven, and it survived the restart of Windows.');
  expect(moments).toContain('Certificate binding has survived the restart of Windows.');
});
