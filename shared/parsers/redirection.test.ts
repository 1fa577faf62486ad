import { expect, test } from 'vitest';
import { createRedirectionParser } from './redirection.ts';

function read(text: string) {
  const parser = createRedirectionParser();
  parser.write(new TextEncoder().encode(text));
  return parser.close();
}
const file = (attributes: string): string =>
  `<?xml version="1.0"?>\r\n<configuration><configSections/><configurationRedirection ${attributes}/></configuration>`;

test.each([
  ['own, as installed', file(''), null],
  ['own, switched off', file('enabled="false" path="\\\\nas\\iis"'), null],
  ['shared', file('enabled="TRUE" path="\\\\nas\\iis" userName="x"'), '\\\\nas\\iis'],
])('%s', (_, text, value) => {
  expect(read(text)).toEqual({ ok: true, value, notes: [] });
});

test('garbage is a failure', () => {
  expect(read('<configuration>').ok).toBe(false);
});
