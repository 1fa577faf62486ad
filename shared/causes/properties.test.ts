import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rules } from '../rules/catalogue.ts';
import { anyServer, unrelated } from '../rules/any-server.ts';
import { judgeAll } from '../rules/frame.ts';
import { asFacts, context, type SoundServer } from '../rules/sample-server.ts';
import { explainAll } from './frame.ts';
import { remediesOf } from './remedies.ts';

const causesOf = (server: SoundServer) => {
  const facts = asFacts(server);
  return explainAll(judgeAll(facts, rules, context), facts, context);
};

it('explains the same when records, sites and certificates are added that have nothing to do with the site', () => {
  fc.assert(
    fc.property(
      anyServer,
      fc.array(unrelated, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (server, added, first) => {
        const before = causesOf(server);
        const more = structuredClone(server);
        for (const add of added) add(more, first);
        expect(causesOf(more)).toEqual(before);
      },
    ),
  );
});

it('rests every cause on findings that are there, in order of likelihood, and asks for no repair that it is not known for', () => {
  fc.assert(
    fc.property(anyServer, (server) => {
      const facts = asFacts(server);
      const findings = judgeAll(facts, rules, context);
      const causes = explainAll(findings, facts, context);
      const order = ['confirmed', 'likely', 'possible'];
      const ranks = causes.map(({ likelihood }) => order.indexOf(likelihood));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      for (const { id: cause, because, against, likelihood, remedies } of causes) {
        expect(remediesOf[cause], cause).toEqual(expect.arrayContaining(remedies));
        expect(because.length).toBeGreaterThan(0);
        expect(because.filter((id) => against.includes(id))).toEqual([]);
        if (likelihood === 'confirmed') expect(against).toEqual([]);
      }
    }),
  );
});
