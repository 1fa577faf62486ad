import { expect, it } from 'vitest';
import { likelihoodText } from './words.ts';

const cause = { id: 'tls-disabled', likelihood: 'confirmed', because: ['tls.protocols'], against: [] } as const;
const text = (change: Partial<Parameters<typeof likelihoodText>[0]> = {}) =>
  likelihoodText({ ...cause, because: [...cause.because], against: [], ...change });

it('says of a single reason that both sources stand in it', () => {
  expect(text()).toBe('Confirmed: two independent sources say it, and the finding names both');
  expect(text({ because: ['tls.protocols', 'tls.handshake'] })).toBe('Confirmed: two independent sources say it');
});

it('never says that nothing speaks against what something speaks against', () => {
  expect(text({ likelihood: 'likely' })).toBe('Likely: one source says it, and nothing speaks against it');
  expect(text({ likelihood: 'likely', against: ['cert.name'] })).toBe('Likely: something speaks against it');
  expect(text({ likelihood: 'possible', against: ['port.owner'] })).toBe('Possible: something speaks against it');
  expect(text({ likelihood: 'possible' })).toBe('Possible: documented elsewhere, and not contradicted here');
});

it('says nothing of what names no cause', () => {
  expect(text({ id: 'undetermined', likelihood: 'possible' })).toBeNull();
});
