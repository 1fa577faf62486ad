import { describe, expect, test } from 'vitest';
import { parsed } from './parsed.ts';
import { parseScDependents, parseScStartMode } from './sc-config.ts';

const lines = (...parts: string[]): string => parts.map((part) => `${part}\r\n`).join('');

describe('sc', () => {
  const field = (label: string, value: string) => `        ${label.padEnd(18)} : ${value}`;
  const config = (start: string) =>
    lines(
      '[SC] QueryServiceConfig SUCCESS',
      '',
      'SERVICE_NAME: AeXNSClient',
      field('TYP', '10  WIN32_OWN_PROCESS '),
      field('STARTTYP', start),
    );
  test.each([
    ['2   AUTO_START  (DELAYED)', 'Automatic'],
    ['3   DEMAND_START', 'Manual'],
    ['4   DISABLED', 'Disabled'],
    ['0   BOOT_START', 'Boot'],
  ])('qc: %s is %s', (start, mode) => expect(parseScStartMode(config(start))).toEqual(parsed(mode)));
  test.each(['9   ODD', '', 'AUTO_START'])('qc: %j is unreadable', (start) =>
    expect(parseScStartMode(config(start)).ok).toBe(false),
  );

  const block = (name: string) => [
    '',
    `SERVICE_NAME: ${name}`,
    `DISPLAY_NAME: ${name}: the service`,
    field('TYPE', '20  WIN32_SHARE_PROCESS'),
    field('STATE', '1  STOPPED'),
    field('WIN32_EXIT_CODE', '1077 (0x435)'),
    field('SERVICE_EXIT_CODE', '0  (0x0)'),
    field('CHECKPOINT', '0x0'),
    field('WAIT_HINT', '0x0'),
  ];
  test('enumdepend: as many as it says, or none', () => {
    const head = (count: number) => `[SC] EnumDependentServices: entriesread = ${count}`;
    expect(parseScDependents(lines(head(2), ...block('A'), ...block('B')))).toEqual(parsed(['A', 'B']));
    expect(parseScDependents(lines(head(0)))).toEqual(parsed([]));
    expect(parseScDependents(lines(head(2), ...block('A'))).ok).toBe(false);
    expect(parseScDependents('').ok).toBe(false);
  });
});
