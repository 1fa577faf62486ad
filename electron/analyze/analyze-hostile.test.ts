import { chmod } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Result } from '../../shared/model/result.ts';
import { analyzeFiles } from './analyze.ts';
import { sentFiles } from './testing/sent-files.ts';

const { state, send } = sentFiles('healthy', 'fr-FR');

/** Judges, and holds that the document is whole and that nothing decisive passed without its sources. */
async function judged(...paths: string[]): Promise<Result> {
  const result = await analyzeFiles(paths);
  expect(Result.safeParse(result).error).toBeUndefined();
  for (const { id, status } of result.findings) {
    if (/^(?:tls|events)\./u.test(id) || id === 'cert.present') expect(`${id} ${status}`).toBe(`${id} notRun`);
  }
  return result;
}

/** What happens to a file on its way: pieces taken out, doubled, bytes changed, ends cut off. */
const damage = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({
      kind: fc.constant('drop' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.nat(300),
    }),
    fc.record({
      kind: fc.constant('double' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.nat(300),
    }),
    fc.record({
      kind: fc.constant('byte' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.nat(255),
    }),
  ),
  { minLength: 1, maxLength: 4 },
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function spoil(content: Buffer, all: Damage): Buffer {
  let bytes = Buffer.from(content);
  for (const one of all) {
    const at = Math.floor(one.at * bytes.length);
    if (one.kind === 'cut') bytes = bytes.subarray(0, at);
    else if (one.kind === 'drop') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + one.size)]);
    else if (one.kind === 'double') bytes = Buffer.concat([bytes.subarray(0, at + one.size), bytes.subarray(at)]);
    else if (at < bytes.length) bytes[at] = one.size;
  }
  return bytes;
}

describe('whatever somebody sends', () => {
  it('bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000 }),
        async (bytes) => void (await judged(await send('x', bytes))),
      ),
      { numRuns: 100 },
    );
  });

  it('text that looks like something', async () => {
    const pieces = fc.constantFrom(
      '<site ',
      '<sites>',
      '</sites>',
      '<appcmd><SITE ',
      '<event date="',
      '-----BEGIN CERTIFICATE-----',
      'AAAA',
      '\u0000',
      '-----END CERTIFICATE-----',
      '[HKEY_LOCAL_MACHINE\\SYSTEM\\x\\Services\\HTTP\\Parameters]',
      '"a"=hex:00,\\',
      '\r\n',
      'SSL:',
      '-----',
      '0.0.0.0:443',
      ': {00000000-0000-0000-0000-000000000000}',
      '\u202e',
      '😀',
      "'",
      '<![CDATA[',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 30 }),
        async (all) => void (await judged(await send('x', all.join('')))),
      ),
      { numRuns: 100 },
    );
  });

  it('real files that suffered', async () => {
    await fc.assert(
      fc.asyncProperty(damage, damage, fc.boolean(), async (first, second, wide) => {
        const listing = spoil(state.sendable.listing, first);
        const config = spoil(state.sendable.config, second);
        await judged(
          await send('listing', wide ? Buffer.from(`\ufeff${listing.toString('latin1')}`, 'utf16le') : listing),
          await send('config', config),
          await send('cert', spoil(state.sendable.certificates[0]!, first)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('100 MB of garbage, quickly', async () => {
    const words = Buffer.alloc(100_000_000, 'a: b {c} <d> \r\n');
    const noise = Buffer.from(Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * index * 31 + 7) % 256));
    const began = performance.now();
    const result = await judged(
      await send('words', words),
      await send('line', Buffer.alloc(20_000_000, 'x')),
      await send('dashes', Buffer.alloc(20_000_000, 'SSL:-----<event <event [HKEY_LOCAL_MACHINE\\')),
      await send('noise', Buffer.concat(Array.from({ length: 50 }, () => noise))),
    );
    expect(result.notes?.filter((note) => note.includes('not used'))).toHaveLength(4);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = await send('secret', state.sendable.listing);
    await chmod(path, 0);
    expect((await judged(path)).notes?.[0]).toMatch(/EACCES/u);
    await chmod(path, 0o600);
  });
});
