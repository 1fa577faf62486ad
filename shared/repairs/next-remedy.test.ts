import { describe, expect, it } from 'vitest';
import type { Likelihood } from '../model/cause.ts';
import { RepairId } from '../model/repair-id.ts';
import { nextRemedy, pathOrder } from './next-remedy.ts';

const asks = (likelihood: Likelihood, ...remedies: RepairId[]) => ({ likelihood, remedies });

describe('nextRemedy', () => {
  it('knows every repair, in the order of the model', () => {
    expect(pathOrder).toEqual(RepairId.options);
  });

  it('takes what comes first on the path, of what the causes ask for first', () => {
    expect(
      nextRemedy([
        asks('confirmed', 'start-site', 'refresh-packages'),
        asks('likely', 'rebind-certificate'),
        asks('confirmed', 'install-features', 'restart-agent'),
      ]),
    ).toBe('install-features');
  });

  it('leaves the second choice of a cause until its first was made', () => {
    const cause = asks('likely', 'force-overwrite', 'rebind-certificate');
    expect(nextRemedy([cause])).toBe('force-overwrite');
    expect(nextRemedy([cause], new Set(['force-overwrite']))).toBe('rebind-certificate');
  });

  it('listens to a cause that is only possible when there is no other', () => {
    const possible = asks('possible', 'start-site');
    expect(nextRemedy([possible])).toBe('start-site');
    expect(nextRemedy([asks('confirmed'), possible])).toBeNull();
  });
});
