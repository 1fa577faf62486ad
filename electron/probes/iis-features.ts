import { known, unknown } from '../../shared/model/fact.ts';
import { parseIisComponents } from '../../shared/parsers/iis-components.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';
import { orAbsent } from './registry-key.ts';

const timeoutMs = 15_000;
const key = 'HKLM\\SOFTWARE\\Microsoft\\InetStp\\Components';

/** Read from the registry, in milliseconds: Get-WindowsFeature takes minutes on some servers. */
export const iisFeaturesProbe: Probe<'iisFeatures'> = {
  fact: 'iisFeatures',
  title: 'Installed role services of IIS (registry)',
  timeoutMs,
  async ask(host, context) {
    const question = { name: 'reg.iis.components', tool: 'reg', args: ['query', key, '/reg:64'], timeoutMs } as const;
    const fact = await askCommand(host, context, { ...question, okExitCodes: [0, 1] }, orAbsent(parseIisComponents));
    if (fact.state === 'unknown') return fact;
    if (fact.value === null) return unknown('notInstalled', 'The key InetStp\\Components is not there.', fact.evidence);
    return known(fact.value, fact.evidence);
  },
};
