import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Result } from '../model/result.ts';
import { anyServer } from '../rules/any-server.ts';
import { rules } from '../rules/catalogue.ts';
import { judgeAll } from '../rules/frame.ts';
import { asFacts, context } from '../rules/sample-server.ts';
import { chainsOf } from './chain.ts';
import { mapWords } from './words.ts';

it('shows a broken place wherever a check fails that has a place in the map', () => {
  fc.assert(
    fc.property(anyServer, (server) => {
      const facts = asFacts(server);
      const findings = judgeAll(facts, rules, context);
      const { now, fqdn, addresses } = context;
      const chains = chainsOf({ startedAt: now, target: { fqdn, addresses }, facts, findings } as unknown as Result);
      const failing = findings.filter(({ id, status }) => status === 'fail' && id in mapWords.faults);
      const isBroken = chains?.some(({ nodes }) => nodes.some(({ state }) => state === 'broken'));
      if (failing.length > 0 && chains?.length) expect(isBroken, failing.map(({ id }) => id).join()).toBe(true);
    }),
  );
});
