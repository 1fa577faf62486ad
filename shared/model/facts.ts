import { z } from 'zod';
import { AgentFacts } from './facts/agent.ts';
import { HttpSysFacts } from './facts/httpsys.ts';
import { IisFacts } from './facts/iis.ts';
import { ServerFacts } from './facts/server.ts';
import { TlsFacts } from './facts/tls.ts';
import { factSchema, type Fact } from './fact.ts';

/** The value of every fact by its name: the names and shapes are a public interface. */
export const factValues = {
  ...ServerFacts,
  ...IisFacts,
  ...HttpSysFacts,
  ...TlsFacts,
  ...AgentFacts,
} as const;

export type FactName = keyof typeof factValues;
export type FactValue<N extends FactName> = z.infer<(typeof factValues)[N]>;
/** What is known of one server. A fact that was not asked for is absent. */
export type Facts = { [N in FactName]?: Fact<FactValue<N>> };

export const factNames = Object.keys(factValues) as FactName[];

export const FactName = z.enum(factNames as [FactName, ...FactName[]]);

/** The schema is made from the table above, so its type is stated and not derived. */
export const Facts = z.object(
  Object.fromEntries(factNames.map((name) => [name, z.exactOptional(factSchema(factValues[name]))])),
) as unknown as z.ZodType<Facts>;
