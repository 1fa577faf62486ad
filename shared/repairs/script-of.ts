import type { Command } from '../model/repair.ts';

const utf16 = new TextDecoder('utf-16le', { fatal: true });

/**
 * The script that a command of PowerShell carries as `-EncodedCommand` (UTF-16LE
 * in base64), for reading: whoever confirms it has to see what it does. Null for
 * every other command.
 */
export function scriptOf({ args }: Command): string | null {
  const before = args.findIndex((argument) => argument.toLowerCase() === '-encodedcommand');
  const encoded = before === -1 ? undefined : args[before + 1];
  if (encoded === undefined) return null;
  try {
    return utf16.decode(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))).trimEnd();
  } catch {
    return null;
  }
}
