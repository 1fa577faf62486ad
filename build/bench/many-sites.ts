import { known } from '../../shared/model/fact.ts';
import type { Facts } from '../../shared/model/facts.ts';
import { explainAll } from '../../shared/causes/frame.ts';
import { createApplicationHostParser } from '../../shared/parsers/application-host.ts';
import { parseAppcmdSites } from '../../shared/parsers/appcmd-sites.ts';
import { parseHttpRegistry } from '../../shared/parsers/http-registry.ts';
import { parseSslcertListing } from '../../shared/parsers/netsh-sslcert.ts';
import type { Parsed } from '../../shared/parsers/parsed.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import { judgeAll } from '../../shared/rules/frame.ts';

export interface ManySitesBench {
  sites: number;
  records: number;
  /** Reading the four sources and judging them. */
  ms: number;
  /** The time for twice the size, by this one. */
  doubling: number;
  /** The time for this size, by that for a tenth of it. */
  tenfold: number;
}

const iis = '4dc3e181-e14b-4a21-b022-59fc669b0914';
const iisBytes = '81E1C34D4BE1214AB02259FC669B0914';
const thumbprint = (index: number): string => index.toString(16).toUpperCase().padStart(40, 'A');

/** Each site has an IP endpoint and an SNI endpoint of its own; site 1 has the one for all addresses. */
const endpointsOf = (site: number): [ip: string, sni: string] => [
  site === 1 ? '0.0.0.0:443' : `10.${site >> 16}.${(site >> 8) & 255}.${site & 255}:443`,
  `site${site}.corp.example:443`,
];

function record(site: number, endpoint: string): string {
  const lines = [
    endpoint.startsWith('site')
      ? `Hostname:port                : ${endpoint}`
      : `IP:port                      : ${endpoint}`,
    `Certificate Hash             : ${thumbprint(site).toLowerCase()}`,
    `Application ID               : {${iis}}`,
    'Certificate Store Name       : MY',
    'Verify Client Certificate Revocation : Enabled',
    'Verify Revocation Using Cached Client Certificate Only : Disabled',
    'Usage Check                  : Enabled',
    'Revocation Freshness Time    : 0',
    'URL Retrieval Timeout        : 0',
    'Ctl Identifier               : (null)',
    'Ctl Store Name               : (null)',
    'DS Mapper Usage              : Disabled',
    'Negotiate Client Certificate : Disabled',
  ];
  return `${lines.map((line) => `    ${line}\r\n`).join('')}\r\n`;
}

const key = String.raw`HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\HTTP\Parameters`;
const registryRecord = (site: number, endpoint: string): string =>
  [
    `${key}\\${endpoint.startsWith('site') ? 'SslSniBindingInfo' : 'SslBindingInfo'}\\${endpoint}`,
    `    AppId    REG_BINARY    ${iisBytes}`,
    `    SslCertHash    REG_BINARY    ${thumbprint(site)}`,
    '    SslCertStoreName    REG_SZ    MY',
    '    DefaultFlags    REG_DWORD    0x0',
    '',
    '',
  ].join('\r\n');

const bindings = (site: number): string => {
  const [ip] = endpointsOf(site);
  const address = site === 1 ? '*' : ip.slice(0, -':443'.length);
  return `<bindings><binding protocol="http" bindingInformation="*:80:site${site}.corp.example"/><binding protocol="https" bindingInformation="${address}:443:"/><binding protocol="https" bindingInformation="*:443:site${site}.corp.example" sslFlags="1"/></bindings>`;
};

/** What the tools of such a server print. */
function sourcesOf(count: number) {
  const sites = Array.from({ length: count }, (_, index) => index + 1);
  const element = (site: number): string =>
    `<site name="Site ${site}" id="${site}"><application path="/" applicationPool="P${site}"><virtualDirectory path="/" physicalPath="C:\\inetpub\\${site}"/></application>${bindings(site)}</site>`;
  const listing = sites.flatMap((site) => endpointsOf(site).map((endpoint) => record(site, endpoint)));
  const shown = sites.map(
    (site) => `<SITE SITE.NAME="Site ${site}" SITE.ID="${site}" state="Started">${element(site)}</SITE>`,
  );
  return {
    config: Buffer.from(
      `<configuration><system.applicationHost><sites>${sites.map(element).join('\r\n')}</sites></system.applicationHost></configuration>`,
    ),
    listing: `\r\nSSL Certificate bindings: \r\n------------------------- \r\n\r\n${listing.join('')}`,
    registry: `${key}\r\n\r\n${sites.flatMap((site) => endpointsOf(site).map((endpoint) => registryRecord(site, endpoint))).join('')}`,
    appcmd: `<?xml version="1.0" encoding="UTF-8"?>\r\n<appcmd>\r\n${shown.join('\r\n')}\r\n</appcmd>`,
  };
}

function value<T>(result: Parsed<T>): T {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

function readAndJudge({ config, listing, registry, appcmd }: ReturnType<typeof sourcesOf>): number {
  const parser = createApplicationHostParser();
  for (let at = 0; at < config.length; at += 65_536) parser.write(config.subarray(at, at + 65_536));
  const { records } = value(parseSslcertListing(listing));
  const facts: Facts = {
    iisConfig: known(value(parser.close()), []),
    iisView: known(value(parseAppcmdSites(appcmd)), []),
    httpSysLive: known({ records }, []),
    httpSysRegistry: known(value(parseHttpRegistry(registry)), []),
  };
  const context = { now: '2026-03-01T10:00:00.000Z', fqdn: 'ps07.corp.example', addresses: ['10.20.30.7'] };
  const findings = judgeAll(facts, rules, context);
  explainAll(findings, facts, context);
  return records.length;
}

/** Reads and judges a server with so many sites and twice as many records; the fastest of three counts. */
export function benchManySites(sites: number): ManySitesBench {
  const time = (count: number) => {
    const sources = sourcesOf(count);
    let [ms, records] = [Number.POSITIVE_INFINITY, 0];
    for (let round = 0; round < 3; round += 1) {
      const began = performance.now();
      records = readAndJudge(sources);
      ms = Math.min(ms, performance.now() - began);
    }
    return { ms, records };
  };
  const { ms, records } = time(sites);
  return { sites, records, ms, doubling: time(2 * sites).ms / ms, tenfold: ms / time(sites / 10).ms };
}
