import { describe, expect, it } from 'vitest';
import { explainAll } from '../../shared/causes/frame.ts';
import { unknown } from '../../shared/model/fact.ts';
import type { Facts } from '../../shared/model/facts.ts';
import type { Result } from '../../shared/model/result.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import { judgeAll } from '../../shared/rules/frame.ts';
import { asFacts, context, makeStale, soundServer } from '../../shared/rules/sample-server.ts';
import { resultText } from './text.ts';
import { wrap } from './wrap.ts';

function result(facts: Facts): Result {
  const findings = judgeAll(facts, rules, context);
  return {
    format: 'package-server-doctor/result',
    version: 1,
    product: { version: '1.2.3' },
    target: { kind: 'windows', name: 'windows', fqdn: context.fqdn, addresses: [...context.addresses] },
    startedAt: context.now,
    durationMs: 1,
    facts,
    findings,
    causes: explainAll(findings, facts, context),
  };
}

function stale(): Result {
  const server = soundServer();
  makeStale(server);
  server.elevation.elevated = false;
  return result({ ...asFacts(server), httpSysRegistry: unknown('timedOut', 'reg was silent.') });
}

describe('resultText', () => {
  it('says the verdict first, then endpoints, failures, warnings, what was not run, and the rest', () => {
    const text = resultText(stale());
    const parts = [
      'Package Server Doctor 1.2.3 | ps07.corp.example (windows) | 2026-03-01 10:00 UTC',
      '(stale-binding, confirmed)',
      '  because   cert.present: ',
      '  remedies  rebind-certificate, refresh-packages',
      'HTTPS endpoints of the site',
      '  0.0.0.0:443',
      '    wire       reset',
      '    HTTP.SYS   BBBB..BBBB (MY, IIS, not in store)',
      '    should be  AAAA..AAAA, which IIS shows',
      'Failing',
      '  x cert.present ',
      'BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB',
      'Warnings',
      '  ! host.elevated ',
      'Not run',
      '  ? httpsys.drift\n',
      'Of 37 checks ',
    ];
    let at = -1;
    for (const part of parts) {
      const next = text.indexOf(part, at + 1);
      expect(next, part).toBeGreaterThan(at);
      at = next;
    }
    expect(text).toMatch(/^[\n\x20-\x7e]*\n$/);
  });

  it('leaves out what there is nothing to say about', () => {
    const text = resultText(result(asFacts(soundServer())));
    expect(text).toContain('(healthy, confirmed)');
    for (const absent of ['Failing', 'Warnings', 'Not run', 'against', 'remedies']) expect(text).not.toContain(absent);
    expect(resultText(result({}))).not.toContain('HTTPS endpoints');
  });

  it('says once why many checks were not run', () => {
    const text = resultText(result({}));
    expect(text).toContain('  ? iis.config, iis.site, iis.httpsBinding, ');
    const notRun = text.slice(text.indexOf('\nNot run'));
    expect(notRun.match(/the agent service \(sc\)/g)?.length).toBe(1);
    expect(notRun.split('\n').length).toBeLessThan(60);
    expect(text).toContain('netsh http show sslcert > sslcert.txt');
    const commands = /(?:Export-Certificate|reg export)/;
    for (const line of text.split('\n')) {
      if (!commands.test(line)) expect(line.length, line).toBeLessThanOrEqual(100);
    }
  });

  it('paints with what it is given, and nothing else is changed by it', () => {
    const painted = resultText(stale(), (style, text) => `<${String(style)}>${text}</>`);
    expect(painted).toContain('<bold,red>');
    expect(painted).toContain('<red>x</>');
    expect(painted.replaceAll(/<[^>]*>/g, '')).toBe(resultText(stale()));
  });
});

describe('wrap', () => {
  it('breaks at blanks, keeps line breaks and never loses a word', () => {
    const words = 'one two three four five six seven';
    const lines = wrap(`${words}\n${words}`, '  ', 16);
    expect(lines.every((line) => line.startsWith('  ') && line.length <= 16)).toBe(true);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(`${words} ${words}`);
  });

  it('keeps a command whole', () => {
    expect(wrap('run:\n  one two three four', '', 5)).toEqual(['run:', '  one two three four']);
  });

  it('leaves a word that is too long whole', () => {
    expect(wrap('a bbbbbbbbbbbb c', '', 5)).toEqual(['a', 'bbbbbbbbbbbb', 'c']);
  });
});
