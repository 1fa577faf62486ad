import { z } from 'zod';
import { known, unknown, type Fact } from '../../shared/model/fact.ts';
import { parsed, unreadable } from '../../shared/parsers/parsed.ts';
import { parseRegQuery, readText } from '../../shared/parsers/reg-query.ts';
import type { Host } from '../host/host.ts';
import { askCommand } from './ask-command.ts';
import { askMachineScript } from './ask-machine-script.ts';
import { askPendingReboot } from './pending-reboot.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { whole } from './registry-key.ts';

const timeoutMs = 15_000;
const currentVersion = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const productOptions = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions';

const valueIn = (text: string, name: string): string | undefined =>
  parseRegQuery(text).flatMap((key) => readText(key, name) ?? [])[0];

/** The filter passes the two values alone: beside them stand owners and product keys. */
function askVersion(host: Host, context: ProbeContext): Promise<Fact<{ build: number; installationType: string }>> {
  const args = ['query', currentVersion, '/reg:64'];
  const question = { name: 'reg.windows.version', tool: 'reg', args, filter: 'windowsVersion', timeoutMs } as const;
  const read = (text: string) => {
    const [build = '', installationType] = ['CurrentBuildNumber', 'InstallationType'].map((name) =>
      valueIn(text, name),
    );
    if (!/^\d+$/u.test(build)) return unreadable('CurrentBuildNumber is no number in it');
    if (!installationType) return unreadable('the value InstallationType is not in it');
    return parsed({ build: Number(build), installationType });
  };
  return askCommand(host, context, question, whole(read));
}

const Section = z.object({ productType: z.string(), pendingReboot: z.array(z.string()) });

/** From the script that runs anyway, else by a query for each value. */
async function askProduct(host: Host, context: ProbeContext): Promise<Fact<z.infer<typeof Section>>> {
  const section = await askMachineScript(host, context, 'windows');
  const read = section.state === 'known' ? Section.safeParse(section.value) : null;
  if (read?.success) return known(read.data, section.evidence);
  const args = ['query', productOptions, '/v', 'ProductType', '/reg:64'];
  const [productType, pendingReboot] = await Promise.all([
    askCommand(host, context, { name: 'reg.windows.productType', tool: 'reg', args, timeoutMs }, ({ stdout }) => {
      const text = valueIn(stdout.text, 'ProductType');
      return text === undefined ? unreadable('the value ProductType is not in it') : parsed(text);
    }),
    askPendingReboot(host, context, timeoutMs),
  ]);
  if (productType.state === 'unknown') return productType;
  if (pendingReboot.state === 'unknown') return pendingReboot;
  return known({ productType: productType.value, pendingReboot: pendingReboot.value }, [
    ...productType.evidence,
    ...pendingReboot.evidence,
  ]);
}

export const windowsProbe: Probe<'windows'> = {
  fact: 'windows',
  title: 'Windows edition, build and pending reboots',
  timeoutMs: 40_000,
  async ask(host, context) {
    const [described, version, product] = await Promise.all([
      host.describe(),
      askVersion(host, context),
      askProduct(host, context),
    ]);
    if (version.state === 'unknown') return version;
    if (product.state === 'unknown') return product;
    const { fqdn, bootTime } = described;
    if (fqdn === null) return unknown('failed', 'The name of this server could not be read.', [described.name]);
    return known({ ...version.value, ...product.value, fqdn, bootTime }, [
      ...version.evidence,
      ...product.evidence,
      described.name,
    ]);
  },
};
