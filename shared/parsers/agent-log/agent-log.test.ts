import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAgentLogParser, joinAgentLogs, type AgentLogFile } from './agent-log.ts';
import { createExcerptReader } from './excerpt.ts';
import { agentLogMessages } from './messages.ts';

/** No quarter of an hour away from a time of the events: their clock is taken as it stands. */
const modified = '2026-09-26T16:03:00.000Z';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));

/** Reads bytes in pieces of a size. */
function read(bytes: Uint8Array, pieces = bytes.length || 1, file = 'agent.log'): AgentLogFile {
  const parser = createAgentLogParser(file, modified);
  for (let at = 0; at < bytes.length; at += pieces) parser.write(bytes.subarray(at, at + pieces));
  const result = parser.close();
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

function excerptOf(bytes: Uint8Array, pieces = 60_000): Uint8Array {
  const reader = createExcerptReader(64 * 1024);
  for (let at = 0; at < bytes.length; at += pieces) reader.write(bytes.subarray(at, at + pieces));
  return reader.end();
}

const event = (text: string, date = 'Sep 26 15:37:19', severity = 4): string =>
  `<event date='${date}' severity='${severity}' hostName='PS07' source='Agent' module='m.dll' process='p.exe' pid='1' thread='2' tickCount='3' >\r\n<![CDATA[${text}]]>\r\n</event>\r\n`;

const selfTest = 'Package Server could not access own Web Site using HTTPS';
const seen = ({ matches }: Pick<AgentLogFile, 'matches'>) => matches.map(({ message, line }) => [message, line]);

describe('the lines of the articles', () => {
  test.each([
    ['Loading client object: Altiris.AeXNSCPkgSvr', 'pluginLoading'],
    ['Starting client object: Altiris.AeXNSCPkgSvr', 'pluginStarting'],
    ['Creating base virtual directory /lm/w3svc/1/root/altiris.', 'baseDirectory'],
    [
      'CAeXNSCPkgSvr::Start failed. IMSAdminBase->OpenKey failed. Meta Path /lm/w3svc/1/ROOT/. The system cannot find the path specified..',
      'siteMissing',
    ],
    ['Failed to start object Altiris.AeXNSCPkgSvr: The system cannot find it. (-2147024893)', 'pluginFailed'],
    [
      'CAeXNSCPkgSvr::FinalConstruct failed. Failed to create Package Server registry keys. Access is denied..',
      'registryAccess',
    ],
    ["Object 'Altiris.AeXNSCPkgSvr' is not installed: Class not registered (0x80040154).", 'pluginNotInstalled'],
    ['Not all required features of IIS are installed. IIS will not be used', 'featuresMissing'],
    ["Creating/updating virtual directory '/pkggroup_{1}', physical path: 'D:\\x'", 'virtualDirectory'],
    ['PACKAGE SERVER COULD NOT ACCESS OWN WEB SITE USING HTTPS', 'selfAccessHttps'],
    ['Package Server is configured to publish http(s) codebases, but could not access its own web site', 'selfAccess'],
    ['Cannot create directory: 0x80070005 [Access is denied] d:', 'directoryAccess'],
    ['Periodic certificate validation started.', 'certificateCheck'],
    ['Failed to restore the certificates from the backup', 'certificateRestoreFailed'],
  ])('%s', (text, message) => {
    const { matches } = read(encode(event('before') + event(text, undefined, 1) + event('after')));
    expect(matches).toEqual([
      { message, at: '2026-09-26T15:37:19.000Z', severity: 1, file: 'agent.log', line: 5, text },
    ]);
  });

  test('the role services that the newest line names', () => {
    const line = (names: string) =>
      `Web Server (IIS) role is installed, but the next required Role Services are missing: ${names}`;
    const log = event(line('ASP.')) + event(line('.NET Extensibility 3.5, ASP.NET 3.5.')) + event('after, nothing');
    expect(read(encode(log)).features).toEqual(['.NET Extensibility 3.5', 'ASP.NET 3.5']);
  });
});

describe('a log in any form', () => {
  test.each([
    [
      'double quotes, CDATA on the same line',
      `<event date="Sep 26 15:37:19" severity="1"><![CDATA[${selfTest}]]></event>`,
    ],
    ['no CDATA', `<event severity='1' date='Sep 26 15:37:19'>\n${selfTest}\n</event>`],
    ['the last event cut off', event(selfTest, undefined, 1).slice(0, -13)],
    ['an event without an end', event(selfTest, undefined, 1).replace('</event>', '')],
  ])('%s', (_, log) => {
    const [match, ...more] = read(encode(`${event('one')}${log}`)).matches;
    expect(match).toMatchObject({
      message: 'selfAccessHttps',
      at: '2026-09-26T15:37:19.000Z',
      severity: 1,
      text: selfTest,
    });
    expect(more).toEqual([]);
  });

  test('a line that somebody copied out of a log', () => {
    expect(read(encode(`They see:\n${selfTest}\n`)).matches).toMatchObject([{ at: modified, severity: 0, line: 2 }]);
  });

  test('UTF-16, ANSI, and bytes that are no text', () => {
    const log = event('Grüße an 客户') + event(selfTest);
    expect(seen(read(utf16(log), 7))).toEqual([['selfAccessHttps', 5]]);
    const ansi = Uint8Array.from(event('Gr\u00fc\u00dfe') + event(`${selfTest} \u00fc`), (char) => char.charCodeAt(0));
    expect(read(ansi).matches).toMatchObject([{ text: `${selfTest} ü` }]);
    const broken = Uint8Array.from([...encode(event('x')), 0xff, 0xfe, 0x00, 0xc3, 0x28, ...encode(event(selfTest))]);
    expect(seen(read(broken))).toEqual([['selfAccessHttps', 5]]);
  });

  test('a line of megabytes, and a message within it', () => {
    const log = event(`${'x'.repeat(3_000_000)} ${selfTest} ${'y'.repeat(3_000_000)}`) + event('after');
    const { matches, to } = read(encode(log), 64 * 1024);
    expect(matches).toMatchObject([{ message: 'selfAccessHttps', line: 2 }]);
    expect(to).toBe('2026-09-26T15:37:19.000Z');
  });

  test('nothing in it', () => {
    const nothing = { from: null, to: null, matches: [], features: [] };
    expect([read(encode('')), read(encode('no log\n')), read(Uint8Array.of(0xff))]).toEqual([
      nothing,
      nothing,
      nothing,
    ]);
  });
});

test('a message without end keeps its newest lines, and others theirs', () => {
  const log = event(selfTest, 'Sep 26 01:00:00') + event("Creating/updating virtual directory 'x'").repeat(5000);
  const { matches, from } = read(encode(log), 64 * 1024);
  expect(matches.filter(({ message }) => message === 'virtualDirectory').map(({ line }) => line)).toEqual(
    Array.from({ length: 20 }, (_, index) => 2 + 3 * (4981 + index)),
  );
  expect(matches[0]).toMatchObject({ message: 'selfAccessHttps', line: 2 });
  expect(from).toBe('2026-09-26T01:00:00.000Z');
});

describe('an excerpt', () => {
  const filler = fc.nat(900).map((length) => event('.'.repeat(length)));
  const needle = fc.constantFrom(...Object.values(agentLogMessages).flat()).map((text) => event(`x ${text} y`));
  const junk = fc.constantFrom('\n', '<event', '</event>', '\r\n\r\n', '<![CDATA[', '<events/>', "<event date='");
  const block = fc.array(fc.oneof({ weight: 12, arbitrary: filler }, { weight: 2, arbitrary: needle }, junk), {
    maxLength: 60,
  });
  const log = fc
    .array(fc.tuple(block, fc.nat(60)), { maxLength: 6 })
    .map((blocks) => blocks.map(([parts, times]) => parts.join('') + event('again and again').repeat(times)).join(''));

  test('is read like the whole log, in whatever pieces that comes', () => {
    fc.assert(
      fc.property(log, fc.integer({ min: 1000, max: 70_000 }), (text, pieces) => {
        const bytes = encode(text);
        const excerpt = excerptOf(bytes, pieces);
        const whole = read(bytes);
        expect(read(bytes, pieces)).toEqual(whole);
        expect(read(excerpt)).toEqual(whole);
        expect(read(excerptOf(excerpt))).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('is small', () => {
    const bytes = encode((event('nothing').repeat(300) + event(selfTest)).repeat(60));
    expect(excerptOf(bytes).length).toBeLessThan(25 * 3 * 300);
    expect(new TextDecoder().decode(excerptOf(bytes))).toContain('left out lines: ');
  });

  test('nothing makes it throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => void read(bytes, 97)));
  });
});

test('files are one log in the order of their times, whatever their names', () => {
  const older = read(encode(event(selfTest, 'Sep 25 10:00:00') + event('x', 'Sep 25 12:00:00')), 50, 'agent9.log');
  const features = 'next required Role Services are missing: ASP.';
  const newer = read(encode(event(features, 'Sep 26 09:00:00') + event(selfTest, 'Sep 26 10:00:00')), 50, 'agent.log');
  const empty = read(encode(''), 1, 'empty.log');
  expect(joinAgentLogs([newer, empty, older])).toMatchObject({
    files: 3,
    from: '2026-09-25T10:00:00.000Z',
    to: '2026-09-26T10:00:00.000Z',
    matches: [{ file: 'agent9.log' }, { message: 'roleServicesMissing' }, { file: 'agent.log' }],
    missingFeatures: ['ASP'],
  });
});
