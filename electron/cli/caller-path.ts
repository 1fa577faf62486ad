import { resolve } from 'node:path';

/** A path as the person meant it: npm changes the folder and says in INIT_CWD where they stood. */
export function callerPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
