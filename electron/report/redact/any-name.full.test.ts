import { describe, it } from 'vitest';
import { listScenarios } from '../../host/practice/practice-server.ts';
import { expectAnyName, kindsOfName } from './testing/every-word.ts';

const kinds = Object.keys(kindsOfName) as (keyof typeof kindsOfName)[];

describe('every scenario on a server whose names are words of the formats', () => {
  it.each(listScenarios().map(({ id }) => id))('%s', async (scenario) => {
    for (const kind of kinds) await expectAnyName(scenario, kind);
  });
  it.each(['de-DE', 'fr-FR', 'ja-JP', 'ru-RU'])('several-faults in %s', async (language) => {
    for (const kind of kinds) await expectAnyName('several-faults', kind, language);
  });
});
