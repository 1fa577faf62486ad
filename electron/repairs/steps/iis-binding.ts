import { z } from 'zod';
import { IisBinding } from '../../../shared/model/facts/iis.ts';
import { bindingText } from '../../../shared/rules/words.ts';
import type { Host } from '../../host/host.ts';
import { readFacts } from '../read-facts.ts';
import { runAppcmd } from './appcmd.ts';
import type { Standing, ToolStepKind } from './step-kind.ts';

/** One binding of a site comes or goes. HTTP.SYS is not told (repairs.md, rule 6). */
export const IisBindingChange = z.object({
  kind: z.literal('iisBinding'),
  change: z.enum(['add', 'remove']),
  site: z.object({ id: z.int(), name: z.string() }),
  binding: IisBinding,
});
export type IisBindingChange = z.infer<typeof IisBindingChange>;

const text = ({ binding }: IisBindingChange): string => `${binding.protocol} ${bindingText(binding)}`;

export const iisBinding: ToolStepKind<IisBindingChange> = {
  words: (step) =>
    step.change === 'add'
      ? `Add the binding ${text(step)} to the site "${step.site.name}"`
      : `Remove the binding ${text(step)} from the site "${step.site.name}"`,
  toCommand({ change, site, binding }) {
    const { protocol, sslFlags } = binding;
    const key = `protocol='${protocol}',bindingInformation='${bindingText(binding)}'`;
    const flags = change === 'add' && sslFlags !== 0 ? `,sslFlags='${sslFlags}'` : '';
    // Never without the sign: `/bindings:` replaces all bindings of the site (repairs.md, appcmd).
    const edit = `/${change === 'add' ? '+' : '-'}bindings.[${key}${flags}]`;
    return { binary: 'appcmd.exe', args: ['set', 'site', `/site.name:${site.name}`, edit] };
  },
  inverse: (step) => ({ ...step, change: step.change === 'add' ? 'remove' : 'add' }),
  perform: (step, host, patience) => runAppcmd(host, iisBinding.toCommand(step), patience),
  readBack: (step, host) => readBinding(step, host),
};

async function readBinding(step: IisBindingChange, host: Host): Promise<Standing> {
  const { iisConfig } = await readFacts(host, ['iisConfig']);
  const site = iisConfig?.state === 'known' ? iisConfig.value.sites.find(({ id }) => id === step.site.id) : undefined;
  if (site === undefined) {
    const words = `the bindings of the site "${step.site.name}" could not be read back`;
    return { isBefore: false, isAfter: false, words };
  }
  const there = site.bindings.some(
    (own) => own.protocol === step.binding.protocol && bindingText(own) === bindingText(step.binding),
  );
  const words = `the site "${step.site.name}" ${there ? 'has' : 'does not have'} the binding ${text(step)}`;
  const wanted = step.change === 'add';
  return { isBefore: there !== wanted, isAfter: there === wanted, words };
}
