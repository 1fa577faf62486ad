import { expect, it } from 'vitest';
import { rules } from './catalogue.ts';
import { checksDocument } from './checks-document.ts';

it('is what docs/checks.md says; `vitest -u` writes it', async () => {
  await expect(checksDocument(rules)).toMatchFileSnapshot('../../docs/checks.md');
});

it('tells of each check what it reads, what it concludes and its articles', () => {
  const text = checksDocument(rules);
  for (const { id, title, kb, concludes } of rules) {
    expect(text).toContain(`### ${id}\n\n${title}`);
    for (const words of [...kb, ...Object.values(concludes)]) expect(text).toContain(words);
  }
});
