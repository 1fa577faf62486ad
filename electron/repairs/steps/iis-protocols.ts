import { z } from 'zod';
import { readFacts } from '../read-facts.ts';
import { runAppcmd } from './appcmd.ts';
import type { ToolStepKind } from './step-kind.ts';

/** The enabled protocols of a site's root application. */
export const IisProtocols = z.object({
  kind: z.literal('iisProtocols'),
  site: z.object({ id: z.int(), name: z.string() }),
  before: z.array(z.string()),
  after: z.array(z.string()),
});
export type IisProtocols = z.infer<typeof IisProtocols>;

const text = (protocols: readonly string[]): string => protocols.join(',');

export const iisProtocols: ToolStepKind<IisProtocols> = {
  words: ({ site, after }) => `Set the enabled protocols of the site "${site.name}" to ${text(after) || 'none'}`,
  toCommand: ({ site, after }) => ({
    binary: 'appcmd.exe',
    args: ['set', 'app', `/app.name:${site.name}/`, `/enabledProtocols:${text(after)}`],
  }),
  inverse: (step) => ({ ...step, before: step.after, after: step.before }),
  perform: (step, host, patience) => runAppcmd(host, iisProtocols.toCommand(step), patience),
  async readBack({ site, before, after }, host) {
    const { iisConfig } = await readFacts(host, ['iisConfig']);
    const own = iisConfig?.state === 'known' ? iisConfig.value.sites.find(({ id }) => id === site.id) : undefined;
    const seen = own && text(own.enabledProtocols);
    return {
      isBefore: seen === text(before),
      isAfter: seen === text(after),
      words:
        seen === undefined
          ? `the enabled protocols of the site "${site.name}" could not be read back`
          : `the site "${site.name}" has the enabled protocols ${seen || 'none'}`,
    };
  },
};
