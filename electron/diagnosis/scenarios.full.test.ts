import { describe, expect, it } from 'vitest';
import { productNames } from '../host/practice/builds.ts';
import { languageNames } from '../host/practice/languages/languages.ts';
import { createPracticeServer, listScenarios } from '../host/practice/practice-server.ts';
import { startDiagnosis } from './run.ts';

describe.each(languageNames)('in %s', (language) => {
  it.each(listScenarios())(
    '$id gives its expected cause first, in every build',
    async ({ id, expectedCause, notOffered }) => {
      for (const build of Object.keys(productNames).map(Number)) {
        const server = await createPracticeServer({ scenario: id, language, build });
        const { causes } = await startDiagnosis(server.host).done;
        await server.dispose();
        const told = `build ${build}: ${causes.map((cause) => `${cause.id} ${cause.likelihood}`).join(', ')}`;
        expect(causes[0]?.id, told).toBe(expectedCause);
        const remedies = causes.flatMap((cause) => cause.remedies);
        expect(
          notOffered.filter((repair) => remedies.includes(repair)),
          told,
        ).toEqual([]);
      }
    },
    120_000,
  );
});
