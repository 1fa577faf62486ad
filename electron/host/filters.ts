import { applicationHostSecrets, createApplicationHostFilter } from './filters/application-host.ts';
import { filterAsText } from './filters/filter-as-text.ts';

/**
 * Sources that can hold secrets. A host takes them out while reading, before a
 * probe or a recording sees a byte, and says in the answer what it took out.
 */
export type SecretFilterName = 'applicationHost';

const filters = {
  applicationHost: { create: createApplicationHostFilter, takesOut: applicationHostSecrets },
} as const;

/** A content without its secrets, and in words what is taken out; without a filter it stays as it is. */
export function withoutSecrets(
  content: AsyncIterable<Uint8Array>,
  filter: SecretFilterName | undefined,
): { content: AsyncIterable<Uint8Array>; filtered: string[] } {
  if (filter === undefined) return { content, filtered: [] };
  const { create, takesOut } = filters[filter];
  return { content: filterAsText(content, create()), filtered: [...takesOut] };
}
