import type { Cause } from '../model/cause.ts';
import { unknown } from '../model/fact.ts';
import type { FactName, Facts } from '../model/facts.ts';
import { rules } from '../rules/catalogue.ts';
import { judgeAll } from '../rules/frame.ts';
import { asFacts, context, soundServer, type SoundServer } from '../rules/sample-server.ts';
import { explainAll } from './frame.ts';

/** The causes of the sound server, changed like this; the facts in `lost` have timed out. For tests. */
export function explainServer(
  change: (server: SoundServer) => void,
  lost: readonly FactName[] = [],
  fqdn = context.fqdn,
): Cause[] {
  const server = soundServer();
  change(server);
  const unknowns = Object.fromEntries(lost.map((name) => [name, unknown('timedOut', 'Lost.')]));
  const facts: Facts = { ...asFacts(server), ...unknowns };
  const own = { ...context, fqdn };
  return explainAll(judgeAll(facts, rules, own), facts, own);
}
