import type { Endpoint } from '../model/endpoint.ts';
import type { HttpSysRecord, HttpSysRecords } from '../model/facts/httpsys.ts';
import { parseEndpoint } from '../httpsys/endpoint.ts';
import { flagsFromRegistry } from '../httpsys/flags.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { parseRegQuery, readDword, readText, type RegistryKey } from './reg-query.ts';
import { parseThumbprint } from '../httpsys/thumbprint.ts';
import { readGuidBytes, storeName } from './values.ts';

const knownNames = new Set([
  'sslcerthash',
  'appid',
  'sslcertstorename',
  'defaultflags',
  'defaultsslcertcheckmode',
  'defaultsslrevocationfreshnesstime',
  'defaultsslrevocationurlretrievaltimeout',
  'defaultsslctlidentifier',
  'defaultsslctlstorename',
  'hostnameport',
]);

const recordPath = /\\HTTP\\Parameters\\Ssl(Sni|Ccs|)BindingInfo\\([^\\]+)$/iu;

/** The key's name is the endpoint, except for SNI, where a value may say it. */
function readEndpoint(container: string, name: string, key: RegistryKey): Endpoint | null {
  const kind = container === '' ? 'ip' : container.toLowerCase();
  const stated = kind === 'sni' ? readText(key, 'HostnamePort') : null;
  const endpoint = (stated === null ? null : parseEndpoint(stated)) ?? parseEndpoint(name);
  return endpoint?.kind === kind ? endpoint : null;
}

function readRecord(endpoint: Endpoint, key: RegistryKey): HttpSysRecord {
  const hash = readText(key, 'SslCertHash');
  const thumbprint = hash === null ? null : parseThumbprint(hash);
  const { flags, unknownFlags } = flagsFromRegistry({
    defaultFlags: readDword(key, 'DefaultFlags'),
    checkMode: readDword(key, 'DefaultSslCertCheckMode'),
    freshnessTime: readDword(key, 'DefaultSslRevocationFreshnessTime'),
    urlTimeout: readDword(key, 'DefaultSslRevocationUrlRetrievalTimeout'),
    ctlIdentifier: readText(key, 'DefaultSslCtlIdentifier'),
    ctlStoreName: readText(key, 'DefaultSslCtlStoreName'),
  });
  // A name in brackets is the key's default value, whose name is translated.
  const others = [...key.values.values()].filter((value) => !/^\(.*\)$/u.test(value.name));
  const unknown = others.filter((value) => !knownNames.has(value.name.toLowerCase()));
  return {
    endpoint,
    thumbprint,
    thumbprintReadable: thumbprint !== null || hash === null,
    appId: readGuidBytes(readText(key, 'AppId')),
    store: endpoint.kind === 'ccs' ? null : storeName(readText(key, 'SslCertStoreName') ?? 'MY'),
    flags,
    unknownFlags: [...unknownFlags, ...unknown.map((value) => `registry value ${value.name}`)],
  };
}

/**
 * HTTP.SYS's records as the registry holds them, from `reg query …\Services\HTTP\Parameters /s`.
 * The keys for SNI and the certificate store are absent until a first record is made.
 */
export function parseHttpRegistry(text: string): Parsed<HttpSysRecords> {
  const keys = parseRegQuery(text);
  // reg.exe ends every key with a blank line; a pasted text may have lost the last.
  const blanks = text.slice(text.trimEnd().length);
  if (blanks.split('\n').length < 3 && endsWithinRecord(keys)) {
    return unreadable('the text is cut off within its last record');
  }
  return readHttpRegistry(keys);
}

/** What a record has, except that the certificate store's has no hash, and that MY may be left out. */
const usualNames = ['appid', 'sslcerthash', 'sslcertstorename'];

function endsWithinRecord(keys: readonly RegistryKey[]): boolean {
  const last = keys.at(-1);
  const container = recordPath.exec(last?.path ?? '')?.[1];
  if (last === undefined || container === undefined) return false;
  return (container.toLowerCase() === 'ccs' ? ['appid'] : usualNames).some((name) => !last.values.has(name));
}

/** The same from keys, wherever they come from. */
export function readHttpRegistry(keys: readonly RegistryKey[]): Parsed<HttpSysRecords> {
  if (!keys.some((key) => /\\HTTP\\Parameters(?:\\|$)/iu.test(key.path))) {
    return unreadable('the text does not show the key HTTP\\Parameters');
  }
  const records: HttpSysRecord[] = [];
  const notes: string[] = [];
  for (const key of keys) {
    const [, container, name] = recordPath.exec(key.path) ?? [];
    if (container === undefined || name === undefined) continue;
    const endpoint = readEndpoint(container, name, key);
    if (endpoint === null) notes.push(`no endpoint in ${key.path}`);
    else records.push(readRecord(endpoint, key));
  }
  return parsed({ records }, notes);
}
