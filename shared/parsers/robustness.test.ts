import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeFor10000 } from '../test-support/time-for-10000.ts';
import { createAgentPolicyParser } from './agent-policy.ts';
import { parseAgentServers, parseAgentSettings } from './agent-registry.ts';
import { parseAppcmdPools } from './appcmd-pools.ts';
import { parseIisComponents } from './iis-components.ts';
import { parseIpListen } from './netsh-ip-listen.ts';
import { parseServiceState } from './netsh-service-state.ts';
import { parseUrlAcl } from './netsh-url-acl.ts';
import { parseNetstat } from './netstat.ts';
import { parseScDependents, parseScStartMode } from './sc-config.ts';
import { parseSchannelRegistry } from './schannel-registry.ts';
import { parseSystemEvents } from './system-events.ts';
import { parseTasklist } from './tasklist.ts';

/** Texts that begin like the real thing, then go wrong. */
const pieces = fc.constantFrom(
  'TCP',
  ' 0.0.0.0:443 ',
  '[::]:0',
  '-'.repeat(20),
  '\r\n',
  ': ',
  'HTTPS://*:443/',
  'Version: 2.0',
  '0000000000000000',
  '"a","1","b"',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\',
  '    REG_DWORD    ',
  'SCHANNEL\\Protocols\\__proto__\\Server',
  '<Events>',
  '<Event>',
  '</Event>',
  '<EventID>',
  'SERVICE_NAME: x',
  '= 3',
  '\u202e\u{1f512}',
  '\u0000',
  '9'.repeat(40),
);
const mess = fc.oneof(
  fc.string(),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 40 }).map((parts) => parts.join('')),
);

test.each([
  parseIpListen,
  parseUrlAcl,
  parseServiceState,
  parseNetstat,
  parseTasklist,
  parseSchannelRegistry,
  parseIisComponents,
  parseScStartMode,
  parseScDependents,
  parseAgentSettings,
  parseAgentServers,
  parseAppcmdPools,
  parseSystemEvents,
])('$name throws at nothing', (parse) => fc.assert(fc.property(mess, (text) => void parse(text))));

test.each([
  ['netstat', parseNetstat, '  TCP    0.0.0.0:443  '],
  ['urlacl', parseUrlAcl, `\n${'-'.repeat(20)}\n Reserved URL : http://`],
  ['servicestate', parseServiceState, `\nx\n${'-'.repeat(20)}\n  ID: 1, image: `],
  ['events', parseSystemEvents, "<Events><Event><System><Provider Name='"],
] as const)('%s: a megabyte on one line is quick', (_, parse, start) => {
  const began = performance.now();
  for (const fill of [' ', 'http://', '1 ', 'x']) parse(start + fill.repeat(1_000_000 / fill.length));
  expect(performance.now() - began).toBeLessThan(2000);
});

test('two megabytes of broken XML are refused quickly', () => {
  const began = performance.now();
  expect(parseAppcmdPools(`<appcmd>${'<a b</c '.repeat(250_000)}`).ok).toBe(false);
  expect(performance.now() - began).toBeLessThan(2000);
});

test('elements within elements without end are refused, and quickly', () => {
  const began = performance.now();
  const policy = createAgentPolicyParser();
  policy.write(new TextEncoder().encode(`<Policies>${'<Policy name="Site Server">'.repeat(50_000)}`));
  expect(policy.close()).toMatchObject({ ok: false, problem: expect.stringContaining('nested') });
  expect(performance.now() - began).toBeLessThan(2000);
});

test.each([
  [
    'application pools',
    parseAppcmdPools,
    '<appcmd>',
    (n: number) => `<APPPOOL APPPOOL.NAME="p${n}" state="Started"/>`,
    '</appcmd>',
  ],
  ['listeners', parseNetstat, '', (n: number) => `  TCP    10.0.0.7:${n}    0.0.0.0:0    LISTENING    4\r\n`, ''],
  [
    'URL reservations',
    parseUrlAcl,
    `x\r\n${'-'.repeat(9)}\r\n`,
    (n: number) => `    Reserved URL : http://+:${n}/ \r\n        User: a\r\n`,
    '',
  ],
  [
    'request queues',
    parseServiceState,
    `x\r\n${'-'.repeat(9)}\r\n`,
    (n: number) =>
      `Q: q${n}\r\nV: 2.0\r\n  ${n}\r\n  URL group ID: FE00000340000001\r\n S: x\r\n Q: q${n}\r\n  HTTPS://*:${n}/\r\n`,
    '',
  ],
  [
    'events',
    parseSystemEvents,
    '<Events>',
    (n: number) => `<Event><System><Provider Name='a'/><EventID>${n}</EventID></System></Event>`,
    '</Events>',
  ],
] as const)('10,000 %s are read in time', (_, parse, head, item, tail) => {
  const { taken, allowed } = timeFor10000((count) => {
    const text = head + Array.from({ length: count }, (__, index) => item(index)).join('') + tail;
    return () => parse(text);
  });
  expect(taken).toBeLessThan(allowed);
});
