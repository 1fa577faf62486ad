import { expect, it } from 'vitest';
import { scriptOf } from './script-of.ts';

const encoded = (script: string): string => Buffer.from(script, 'utf16le').toString('base64');

it.each([
  [['-NoProfile', '-EncodedCommand', encoded("# psdoctor-script: x\r\n'ä…'\r\n")], "# psdoctor-script: x\r\n'ä…'"],
  [['-encodedcommand', encoded('1')], '1'],
  [['http', 'show', 'sslcert'], null],
  [['-EncodedCommand'], null],
  [['-EncodedCommand', 'not base64!'], null],
  [[], null],
])('%j carries %j', (args, script) => {
  expect(scriptOf({ binary: 'powershell.exe', args })).toBe(script);
});
