import { describe, expect, test } from 'vitest';
import { parsed } from './parsed.ts';
import { parseSystemEvents } from './system-events.ts';

describe('wevtutil qe /f:xml', () => {
  const event = (provider: string, id: string, data: string) =>
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/>${id}` +
    `<TimeCreated SystemTime='2026-01-02T03:04:05.123456700Z'/></System><EventData>${data}</EventData></Event>`;
  test('both kinds of event', () => {
    const text = `<Events>${event('Microsoft-Windows-HttpEvent', '<EventID>15300</EventID>', "<Data Name='DeviceObject'>\\Device\\Http\\ReqQueue</Data><Data Name='Endpoint'>0.0.0.0:443</Data>")}${event('EventLog', "<EventID Qualifiers='32768'>6005</EventID>", '<Binary>EA07</Binary>')}</Events>`;
    const at = '2026-01-02T03:04:05.123Z';
    expect(parseSystemEvents(text)).toEqual(
      parsed([
        {
          provider: 'Microsoft-Windows-HttpEvent',
          id: 15300,
          at,
          endpoint: '0.0.0.0:443',
          text: 'DeviceObject: \\Device\\Http\\ReqQueue',
        },
        { provider: 'EventLog', id: 6005, at, endpoint: null, text: null },
      ]),
    );
    expect(parseSystemEvents('<Events></Events>')).toEqual(parsed([]));
  });
  test.each(['', 'Failed to read events.', '<Events><Event>', event('x', '<EventID>1</EventID>', '')])(
    '%j is no list',
    (text) => expect(parseSystemEvents(text).ok).toBe(false),
  );
});
