import { expect, it } from 'vitest';
import { createAgentLogParser } from './agent-log.ts';
import { clockAhead } from './own-clock.ts';

it.each([
  ['UTC', '2026-09-26T15:37:19.000Z', '2026-09-26T15:37:19.500Z', 0],
  ['two hours ahead', '2026-09-26T17:37:19.000Z', '2026-09-26T15:37:20.000Z', 120],
  ['behind', '2026-09-26T10:37:19.000Z', '2026-09-26T15:37:19.000Z', -300],
  ['Nepal', '2026-09-26T21:22:19.000Z', '2026-09-26T15:37:19.000Z', 345],
  ['no quarter of an hour', '2026-09-26T17:44:00.000Z', '2026-09-26T15:37:19.000Z', 0],
  ['days apart', '2026-09-20T15:37:19.000Z', '2026-09-26T15:37:19.000Z', 0],
  ['no time', undefined, '2026-09-26T15:37:19.000Z', 0],
  ['a file without a time', '2026-09-26T15:37:19.000Z', '', 0],
])('%s', (_words, last, modified, minutes) => {
  expect(clockAhead(last, modified)).toBe(minutes * 60_000);
});

it('turns the times of a log into UTC', () => {
  const event = (date: string, text: string) =>
    `<event date='${date}' severity='1' >\r\n<![CDATA[${text}]]>\r\n</event>\r\n`;
  const parser = createAgentLogParser('agent.log', '2026-09-26T13:40:00.000Z');
  const failure = 'Package Server could not access own Web Site using HTTPS';
  parser.write(new TextEncoder().encode(event('Sep 26 15:37:19', failure) + event('Sep 26 15:40:00', 'Done.')));
  const log = parser.close();
  expect(log.ok && log.value).toMatchObject({
    from: '2026-09-26T13:37:19.000Z',
    to: '2026-09-26T13:40:00.000Z',
    matches: [{ at: '2026-09-26T13:37:19.000Z' }],
  });
});
