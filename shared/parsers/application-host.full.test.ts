import { expect, test } from 'vitest';
import { createApplicationHostParser } from './application-host.ts';

test('200 MB are read in bounded memory', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const location = (index: number): string =>
    `<location path="Default Web Site/pkggroup_${index}"><system.webServer><handlers accessPolicy="Read"/><security><access sslFlags="None"/></security></system.webServer></location>\r\n`;
  const block = encode(Array.from({ length: 6000 }, (_, index) => location(index)).join(''));
  const parser = createApplicationHostParser();
  parser.write(
    encode('<configuration><system.applicationHost><sites><site id="1" name="x"/></sites></system.applicationHost>'),
  );
  let peak = 0;
  const before = process.memoryUsage().rss;
  for (let written = 0; written < 200 * 2 ** 20; written += block.length) {
    for (let at = 0; at < block.length; at += 65_536) parser.write(block.subarray(at, at + 65_536));
    peak = Math.max(peak, process.memoryUsage().rss - before);
  }
  parser.write(encode('</configuration>'));
  expect(parser.close()).toMatchObject({ ok: true, value: { sites: [{ id: 1 }] } });
  expect(peak / 2 ** 20).toBeLessThan(200);
}, 120_000);
