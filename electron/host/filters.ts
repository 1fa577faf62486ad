import { agentLogRest, excerptOfAgentLog } from './filters/agent-log.ts';
import { agentPolicyRest, createAgentPolicyFilter } from './filters/agent-policy.ts';
import { applicationHostSecrets, createApplicationHostFilter } from './filters/application-host.ts';
import { filterAsText, type TextFilter } from './filters/filter-as-text.ts';
import { createNamedValuesFilter } from './filters/named-values.ts';
import { readWhole } from './content.ts';

interface SecretFilter {
  apply(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** In words for a person. */
  takesOut: readonly string[];
}

const textFilter = (create: () => TextFilter, takesOut: readonly string[]): SecretFilter => ({
  apply: (content) => filterAsText(content, create()),
  takesOut,
});

const namedValues = (names: readonly string[], withDefault = false): SecretFilter =>
  textFilter(() => createNamedValuesFilter(names, withDefault), [`all values but ${names.join(', ')}`]);

const filters = {
  applicationHost: textFilter(createApplicationHostFilter, applicationHostSecrets),
  agentPolicy: textFilter(createAgentPolicyFilter, agentPolicyRest),
  agentLog: { apply: excerptOfAgentLog, takesOut: agentLogRest },
  windowsVersion: namedValues(['CurrentBuildNumber', 'InstallationType']),
  agentRegistry: namedValues(['InstallDir', 'Version', 'Policy Last Received', 'Policy Last Requested'], true),
} as const satisfies Readonly<Record<string, SecretFilter>>;

/**
 * Sources that can hold secrets, or more than is asked for. A host takes that out
 * while reading, before a probe or a recording sees a byte, and says in the answer
 * what it took out.
 */
export type SecretFilterName = keyof typeof filters;

/** A content without its secrets, and in words what is taken out; without a filter it stays as it is. */
export function withoutSecrets(
  content: AsyncIterable<Uint8Array>,
  filter: SecretFilterName | undefined,
): { content: AsyncIterable<Uint8Array>; filtered: string[] } {
  if (filter === undefined) return { content, filtered: [] };
  const { apply, takesOut } = filters[filter];
  return { content: apply(content), filtered: [...takesOut] };
}

/**
 * The same for what a tool printed, as a part of its answer. Output that the filter cannot go
 * through is left out as a whole.
 */
export async function outputWithoutSecrets(
  stdout: Uint8Array,
  filter: SecretFilterName | undefined,
): Promise<{ stdout: Uint8Array; filtered?: string[] }> {
  if (filter === undefined) return { stdout };
  const { content, filtered } = withoutSecrets(once(stdout), filter);
  try {
    return { stdout: new Uint8Array(await readWhole(content)), filtered };
  } catch {
    return { stdout: new Uint8Array(), filtered: ['everything: it is not what the filter for it can read'] };
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
