import { stat } from 'node:fs/promises';

/** The accounts that may write where cases of an elevated run lie: SYSTEM and the administrators (SDDL: SY, BA). */
const trustees = ['SY', 'BA', 'S-1-5-18', 'S-1-5-32-544'];
/** Placeholders that give the creator of a file rights on it; the creator is one of the above. */
const placeholders = ['CO', 'OW', 'S-1-3-0', 'S-1-3-4'];
/** SDDL rights that only read: generic and file read and execute, READ_CONTROL, and bits 1, 8, 0x20, 0x80 by their letters. */
const readingRights = /^(?:GR|GX|FR|FX|RC|CC|SW|WP|LO)*$/u;
/** The same as a mask: list, read extended attributes, traverse, read attributes, READ_CONTROL, SYNCHRONIZE. */
const readingMask = 0x1 | 0x8 | 0x20 | 0x80 | 0x20000 | 0x100000;

const onlyReads = (rights: string): boolean =>
  rights.startsWith('0x') ? (Number(rights) & ~readingMask) === 0 : readingRights.test(rights);

/**
 * Why a folder with this security descriptor is looser than administrators and
 * SYSTEM, or null. SDDL has no language (MS: Security Descriptor String Format).
 * The owner counts too, for an owner can always change the rights.
 *
 * @param others accounts that may write there as well, as SDDL or SIDs
 */
export function whySddlIsLoose(sddl: string, others: readonly string[] = []): string | null {
  const trusted = [...trustees, ...others];
  const owner = /O:(S-[\d-]+|[A-Z]{2})/u.exec(sddl)?.[1];
  if (owner === undefined || !trusted.includes(owner)) return `it belongs to ${owner ?? 'nobody that could be read'}`;
  const list = /D:[A-Z]*((?:\([^()]*\))*)/u.exec(sddl)?.[1];
  if (list === undefined) return 'its access list could not be read';
  for (const [, entry = ''] of list.matchAll(/\(([^()]*)\)/gu)) {
    const [type, , rights = '', , , account = ''] = entry.split(';');
    if (type === 'D' || onlyReads(rights)) continue;
    if (![...trusted, ...placeholders].includes(account)) return `${account} may write to it`;
  }
  // A descriptor without any entry but with "D:" denies everybody; NO_ACCESS_CONTROL lets everybody in.
  return sddl.includes('NO_ACCESS_CONTROL') ? 'everybody may write to it' : null;
}

/** Why other users could write to this folder, or null: POSIX mode bits. */
export async function whyModeIsLoose(folder: string): Promise<string | null> {
  const { mode, uid } = await stat(folder);
  if ((mode & 0o022) !== 0) return 'its group or everybody may write to it';
  const own = process.getuid?.();
  return own === undefined || uid === own || uid === 0 ? null : 'it belongs to another user';
}
