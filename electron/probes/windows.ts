import { known, unknown, type Fact } from '../../shared/model/fact.ts';
import { parsed, unreadable } from '../../shared/parsers/parsed.ts';
import { parseRegQuery, readText } from '../../shared/parsers/reg-query.ts';
import type { Host } from '../host/host.ts';
import { askCommand } from './ask-command.ts';
import { askPendingReboot } from './pending-reboot.ts';
import type { Probe, ProbeContext } from './probe.ts';

const timeoutMs = 15_000;
const currentVersion = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const productOptions = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions';

/** Values are asked for by name: the keys around them name owners and product keys. */
const values = {
  build: { key: currentVersion, value: 'CurrentBuildNumber' },
  installationType: { key: currentVersion, value: 'InstallationType' },
  productType: { key: productOptions, value: 'ProductType' },
} as const;

function askValue(host: Host, context: ProbeContext, name: keyof typeof values): Promise<Fact<string>> {
  const { key, value } = values[name];
  const args = ['query', key, '/v', value, '/reg:64'];
  return askCommand(host, context, { name: `reg.windows.${name}`, tool: 'reg', args, timeoutMs }, (answer) => {
    const text = parseRegQuery(answer.stdout.text).flatMap((found) => readText(found, value) ?? [])[0];
    return text === undefined ? unreadable(`the value ${value} is not in it`) : parsed(text);
  });
}

export const windowsProbe: Probe<'windows'> = {
  fact: 'windows',
  title: 'Windows edition, build and pending reboots',
  timeoutMs,
  async ask(host, context) {
    const [described, build, installationType, productType, pendingReboot] = await Promise.all([
      host.describe(),
      askValue(host, context, 'build'),
      askValue(host, context, 'installationType'),
      askValue(host, context, 'productType'),
      askPendingReboot(host, context, timeoutMs),
    ]);
    if (build.state === 'unknown') return build;
    if (installationType.state === 'unknown') return installationType;
    if (productType.state === 'unknown') return productType;
    const evidence = [build, installationType, productType, pendingReboot].flatMap((fact) => fact.evidence);
    if (pendingReboot.state === 'unknown') return pendingReboot;
    if (!/^\d+$/u.test(build.value)) return unknown('failed', 'CurrentBuildNumber is no number.', build.evidence);
    return known(
      {
        build: Number(build.value),
        installationType: installationType.value,
        productType: productType.value,
        fqdn: described.fqdn ?? '',
        bootTime: described.bootTime,
        pendingReboot: pendingReboot.value,
      },
      [...evidence, described.name],
    );
  },
};
