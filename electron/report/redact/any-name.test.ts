import { describe, it } from 'vitest';
import { expectAnyName } from './testing/every-word.ts';

describe('a server whose names are words of the formats', () => {
  it.each(['stale-binding', 'legacy-metabase', 'central-store'])('is judged the same: %s', async (scenario) => {
    await expectAnyName(scenario, 'host');
    await expectAnyName(scenario, 'account');
  });
});
