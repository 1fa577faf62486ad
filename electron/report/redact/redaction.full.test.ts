import { describe, it } from 'vitest';
import { listScenarios } from '../../host/practice/practice-server.ts';
import { expectRedacted } from '../testing/redacted-bundle.ts';

describe('redaction of every scenario', () => {
  it.each(listScenarios().map(({ id, language }) => [id, language]))('%s in %s', async (scenario, language) => {
    await expectRedacted(scenario!, language!);
  });
  it.each(['de-DE', 'fr-FR', 'es-ES', 'ja-JP', 'zh-CN', 'pl-PL', 'ru-RU', 'tr-TR'])(
    'several-faults in %s',
    async (language) => {
      await expectRedacted('several-faults', language);
    },
  );
});
