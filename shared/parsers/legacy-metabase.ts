import type { IisConfig } from '../model/facts/iis.ts';
import { parseThumbprint } from '../httpsys/thumbprint.ts';

type LegacyProperty = IisConfig['legacyMetabase'][number];

const certificateHash = 5506;
const certificateStore = 5511;

/** Base64 as upper-case hex, or null when it is none. */
function base64ToHex(text: string): string | null {
  const bare = text.replace(/\s/gu, '');
  if (bare === '' || !/^[A-Za-z0-9+/]*={0,2}$/u.test(bare) || bare.length % 4 !== 0) return null;
  return Array.from(atob(bare), (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/**
 * A `<property>` of `<customMetadata>` that names a certificate (Microsoft KB
 * 2025598): 5506, its hash in base64, or 5511, its store. Null for all others.
 * A hash that is no thumbprint stays as text.
 */
export function readLegacyProperty(path: string, attributes: Record<string, string>): LegacyProperty | null {
  const id = Number(attributes['id']);
  const value = attributes['value'] ?? '';
  if (id === certificateStore) return { path, id, thumbprint: null, text: value };
  if (id !== certificateHash) return null;
  const thumbprint = parseThumbprint(base64ToHex(value) ?? '');
  return { path, id, thumbprint, text: thumbprint === null ? value : null };
}
