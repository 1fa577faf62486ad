import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toolsOn } from '../../testing/tools-on.ts';
import { parseQuery } from './query.ts';

const http = "Provider[@Name='Microsoft-Windows-HttpEvent']";
const ids = (text: string) => [...text.matchAll(/<EventID[^>]*>(\d+)</gu)].map(([, id]) => Number(id));

describe('wevtutil qe System', () => {
  it('tells what netsh did to an endpoint, newest first', async () => {
    const { world, run } = await toolsOn();
    const { hash, appId } = world.httpSys.live[0]!;
    const record = ['ipport=0.0.0.0:443', `certhash=${hash}`, `appid={${appId}}`];
    run('netsh', 'http', 'update', 'sslcert', ...record);
    run('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443');
    run('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443');
    run('netsh', 'http', 'add', 'sslcert', ...record);
    const query = `/q:*[System[${http} and (EventID=15300 or EventID=15301 or EventID=15302)]]`;
    const { exitCode, text } = run('wevtutil', 'qe', 'System', query, '/f:xml', '/rd:true', '/c:500', '/e:Events');
    expect([exitCode, ids(text)]).toEqual([0, [15301, 15300, 15302]]);
    expect(text).toMatch(/^<Events>\r\n<Event [^]*<\/Event>\r\n<\/Events>\r\n$/u);
    expect(text).toContain("<Data Name='Endpoint'>0.0.0.0:443</Data>");
    expect(ids(run('wevtutil', 'qe', 'System', query, '/c:1').text)).toEqual([15302]);
  });

  it('refuses other logs and queries that it cannot read', async () => {
    const { run } = await toolsOn();
    expect(run('wevtutil', 'qe', 'Nothing', '/q:*').exitCode).not.toBe(0);
    expect(run('wevtutil', 'qe', 'System', '/q:*[System[EventID=]]').exitCode).toBe(15001);
    expect(run('wevtutil', 'qe', 'System', '/q:*', '/e:Events').text).toBe('<Events>\r\n</Events>\r\n');
  });
});

describe('parseQuery', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  const event = { at: '2026-03-01T11:00:00Z', provider: 'Schannel', id: 36870, level: 2, data: [] };
  const holds = (query: string) => parseQuery(query)?.(event, now);

  it.each([
    ['*', true],
    ["*[System[Provider[@Name='Schannel']]]", true],
    ["*[System[Provider[@Name='HTTP' or @Name='Schannel'] and (EventID=1 or EventID=36870)]]", true],
    ["*[System[Provider[@Name='Schannel'] and (EventID=1 or EventID=2)]]", false],
    ["*[System[(Provider[@Name='HTTP'] and EventID=36870) or (Provider[@Name='Schannel'] and EventID>=36870)]]", true],
    ['*[System[Level=2 and TimeCreated[timediff(@SystemTime) <= 3600000]]]', true],
    ['*[System[TimeCreated[timediff(@SystemTime) &lt;= 3599999]]]', false],
    ['*[System[EventID=36870]', undefined],
    ['*[EventData[Data]]', undefined],
    ['', undefined],
  ])('%s', (query, expected) => {
    expect(holds(query)).toBe(expected);
  });

  it('never throws', () => {
    const token = fc.constantFrom(
      '*',
      '[',
      ']',
      '(',
      ')',
      'System',
      'EventID',
      '=',
      '1',
      'and',
      '@',
      'Name',
      "'x'",
      '<=',
    );
    fc.assert(fc.property(fc.array(token, { maxLength: 12 }), (tokens) => void parseQuery(tokens.join(' '))));
    fc.assert(fc.property(fc.string(), (text) => void parseQuery(text)));
  });
});
