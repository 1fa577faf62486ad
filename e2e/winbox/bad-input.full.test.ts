import { describe } from 'vitest';
import { askedTools, faults, testBadInput, type FaultName } from './bad-input.ts';

const everything = askedTools.flatMap((tool) =>
  (Object.keys(faults) as FaultName[]).map((fault) => [tool, fault] as const),
);

describe.skipIf(process.platform === 'win32').each(['healthy', 'stale-binding', 'several-faults'])(
  'a tool of %s that answers badly',
  (scenario) => testBadInput(scenario, everything),
);
