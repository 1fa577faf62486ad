import { X509Certificate } from 'node:crypto';
import type { World } from './model/world.ts';

const serverAuthentication = '1.3.6.1.5.5.7.3.1';
const anyUsage = '2.5.29.37.0';

/**
 * What Windows has against a certificate that the server itself serves: names of
 * SslPolicyErrors and X509ChainStatusFlags, none when it trusts it.
 */
export function trustErrors({ certificates, centralStore, windows }: World, der: string, now: Date): string[] {
  const certificate = new X509Certificate(Buffer.from(der, 'base64'));
  const stored = [...certificates, ...centralStore].find((one) => one.der === der);
  const inTime = Date.parse(certificate.validFrom) <= now.getTime() && now.getTime() <= Date.parse(certificate.validTo);
  // Node gives the extended key usage under the other one's name.
  const usage = certificate.keyUsage as string[] | undefined;
  const forServers = usage === undefined || usage.includes(serverAuthentication) || usage.includes(anyUsage);
  return [
    ...(certificate.checkHost(windows.fqdn) === undefined ? ['RemoteCertificateNameMismatch'] : []),
    // A certificate that lies in no store of the machine is a program's own.
    ...(stored === undefined ? ['UntrustedRoot'] : stored.chainStatus),
    ...(inTime ? [] : ['NotTimeValid']),
    ...(forServers ? [] : ['NotValidForUsage']),
  ].filter((error, index, all) => all.indexOf(error) === index);
}
