import { describe, expect, it } from 'vitest';
import { productNames } from '../builds.ts';
import { languageNames } from '../languages/languages.ts';
import { World } from '../model/world.ts';
import { createPracticeServer, listScenarios } from '../practice-server.ts';

describe.each(languageNames)('every scenario in %s', (language) => {
  it.each(Object.keys(productNames).map(Number))(
    'is a valid world in build %i, whose listings its code page can say',
    async (build) => {
      for (const { id } of listScenarios()) {
        const server = await createPracticeServer({ scenario: id, language, build });
        expect(World.parse(await server.world())).toMatchObject({ scenario: id, language, windows: { build } });
        for (const args of [
          ['http', 'show', 'sslcert'],
          ['http', 'show', 'servicestate'],
          ['http', 'show', 'urlacl'],
        ]) {
          const { stdout } = await server.host.run({ name: 'show', tool: 'netsh', args, timeoutMs: 1000 });
          expect(stdout.text).not.toMatch(/[?\ufffd]/u);
        }
        await server.dispose();
      }
    },
    120_000,
  );
});
