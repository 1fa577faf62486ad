import { known } from '../../shared/model/fact.ts';
import type { IisConfig } from '../../shared/model/facts/iis.ts';
import { parseAppcmdPools } from '../../shared/parsers/appcmd-pools.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';

const timeoutMs = 30_000;
/** What IIS uses for an application that names none (MS: applicationDefaults). */
const defaultPool = 'DefaultAppPool';

/** Which applications a pool serves, as appcmd calls them: the name of the site and the path. */
function usedBy(pool: string, { applications, sites }: IisConfig): string[] {
  const own = applications.filter((one) => (one.pool ?? defaultPool).toLowerCase() === pool.toLowerCase());
  return own.map(({ siteId, path }) => `${sites.find(({ id }) => id === siteId)?.name ?? siteId}${path}`);
}

export const appPoolsProbe: Probe<'appPools'> = {
  fact: 'appPools',
  title: 'Application pools as IIS shows them (appcmd)',
  timeoutMs,
  async ask(host, context) {
    // Without /config: that would print the passwords of pools.
    const args = ['list', 'apppool', '/xml'];
    const question = { name: 'appcmd.list.apppool', tool: 'appcmd', args, okExitCodes: [0, 1], timeoutMs } as const;
    const [pools, config] = await Promise.all([
      askCommand(host, context, question, ({ stdout }) => parseAppcmdPools(stdout.text)),
      context.fact('iisConfig'),
    ]);
    if (pools.state === 'unknown') return pools;
    const { value } = config.state === 'known' ? config : { value: null };
    const items = pools.value.map((pool) => ({ ...pool, usedBy: value === null ? [] : usedBy(pool.name, value) }));
    return known(items, [...pools.evidence, ...(value === null ? [] : config.evidence)]);
  },
};
