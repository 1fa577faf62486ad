import { describe, expect, it } from 'vitest';
import { commandLine } from './command-line.ts';

const line = (...args: string[]) => commandLine({ binary: 'netsh.exe', args });

describe('commandLine', () => {
  it.each([
    [['http', 'show'], 'netsh.exe http show'],
    [['appid={4dc3e181-e14b-4a21-b022-59fc669b0914}'], 'netsh.exe "appid={4dc3e181-e14b-4a21-b022-59fc669b0914}"'],
    [['Default Web Site'], 'netsh.exe "Default Web Site"'],
    [['a"b'], 'netsh.exe "a\\"b"'],
    [['C:\\with blank\\'], 'netsh.exe "C:\\with blank\\\\"'],
    [[''], 'netsh.exe ""'],
  ])('writes %j as %s', (args, expected) => {
    expect(line(...args)).toBe(expected);
  });

  it('shortens a whole script', () => {
    expect(line('-EncodedCommand', 'A'.repeat(1001))).toBe(
      `netsh.exe -EncodedCommand ${'A'.repeat(24)}…[1001 characters]`,
    );
  });
});
