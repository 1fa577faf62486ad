import type { FactValue } from '../model/facts.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { parseRegQuery, readNumber, type RegistryKey } from './reg-query.ts';

type Setting = FactValue<'schannel'>['protocols'][string];

const serverKey = /\\SCHANNEL\\Protocols\\([^\\]+)\\Server$/iu;

/**
 * What the two values say together (MS: TLS registry settings). HTTP.SYS takes what Windows offers
 * by default, so `DisabledByDefault` switches a protocol off for it just as `Enabled` does.
 */
function settingOf(key: RegistryKey): Setting {
  const enabled = readNumber(key, 'Enabled');
  if (enabled === 0 || (readNumber(key, 'DisabledByDefault') ?? 0) !== 0) return 'off';
  return enabled === null ? 'default' : 'on';
}

/** Reads `reg query …\SCHANNEL\Protocols /s`: the server side of each protocol that has a key of its own. */
export function parseSchannelRegistry(text: string): Parsed<FactValue<'schannel'>> {
  const keys = parseRegQuery(text);
  if (!keys.some(({ path }) => /\\SCHANNEL\\Protocols(?:\\|$)/iu.test(path))) {
    return unreadable('the text does not show the key SCHANNEL\\Protocols');
  }
  const protocols: Record<string, Setting> = {};
  for (const key of keys) {
    const name = serverKey.exec(key.path)?.[1];
    if (name !== undefined && name !== '__proto__') protocols[name] = settingOf(key);
  }
  return parsed({ protocols });
}
