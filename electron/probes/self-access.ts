import { z } from 'zod';
import { known, unknown, type Fact } from '../../shared/model/fact.ts';
import { HandshakeOutcome, type HandshakeAttempt } from '../../shared/model/facts/tls.ts';
import type { Host } from '../host/host.ts';
import { certificateBytes, PrintedCertificate } from '../host/printed-certificate.ts';
import { askMachineScript } from './ask-machine-script.ts';
import type { ProbeContext } from './probe.ts';
import { thumbprintOf } from './thumbprint.ts';

/** What the script prints of its one request. */
const SelfAccess = z.object({
  port: z.int(),
  address: z.string(),
  serverName: z.string(),
  outcome: HandshakeOutcome,
  /** As .NET names it: `Tls12`. */
  protocol: z.string().nullable(),
  certificate: PrintedCertificate.nullable(),
  trustErrors: z.array(z.string()),
  status: z.int().nullable(),
});

/** `Tls12` as the other client's library calls it: `TLSv1.2`. */
const protocolName = (name: string): string =>
  name.replace(/^Tls(\d?)(\d?)$/u, (_, major: string, minor: string) => `TLSv${major || '1'}${minor && `.${minor}`}`);

/** The HTTPS request to the server's own name by Schannel, with the trust of the machine, as one attempt. */
export async function askSelfAccess(host: Host, context: ProbeContext): Promise<Fact<HandshakeAttempt[]>> {
  const section = await askMachineScript(host, context, 'selfAccess');
  if (section.state === 'unknown') return section;
  const read = SelfAccess.safeParse(section.value);
  if (!read.success) return unknown('failed', 'The request by Schannel has an unexpected form.', section.evidence);
  const { port, address, serverName, outcome, protocol, certificate, trustErrors, status } = read.data;
  const thumbprint = certificate === null ? null : thumbprintOf(certificateBytes(certificate));
  const attempt: HandshakeAttempt = {
    client: 'schannel',
    address,
    port,
    serverName,
    outcome,
    protocol: protocol === null ? null : protocolName(protocol),
    thumbprint,
    chain: thumbprint === null ? [] : [thumbprint],
    http: status === null ? null : { status, path: '/' },
    ...(outcome === 'completed' ? { trustErrors } : {}),
  };
  return known([attempt], section.evidence);
}
