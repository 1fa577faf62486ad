import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScQueryEx } from './sc-queryex.ts';

const english = `\r
SERVICE_NAME: AeXNSClient \r
        TYPE               : 10  WIN32_OWN_PROCESS  \r
        STATE              : 4  RUNNING \r
                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)\r
        WIN32_EXIT_CODE    : 0  (0x0)\r
        SERVICE_EXIT_CODE  : 0  (0x0)\r
        CHECKPOINT         : 0x0\r
        WAIT_HINT          : 0x0\r
        PID                : 2184\r
        FLAGS              : \r\n`;

test.each([
  ['English', english, 'Running'],
  [
    'translated',
    english.replace('STATE ', 'STATUS').replace('SERVICE_NAME', 'DIENSTNAME').replace('4  R', '3  R'),
    'StopPending',
  ],
])('%s', (_, text, state) => {
  expect(parseScQueryEx(text)).toEqual({ ok: true, value: { name: 'AeXNSClient', state, pid: 2184 }, notes: [] });
});

test.each([
  '',
  '[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\r\n\r\nThe specified service does not exist',
  english.slice(0, 200),
])('%j is no answer', (text) => {
  expect(parseScQueryEx(text).ok).toBe(false);
});

test('no input makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (text) => typeof parseScQueryEx(text).ok === 'boolean'));
});
