import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolNames, toolPath, type ToolName } from '../../electron/host/tools.ts';

export const systemRoot = 'C:\\Windows';

/** The one program behind all executables; built before the tests. */
export const toolScript = fileURLToPath(new URL('../../out/winbox/tool.js', import.meta.url));

/** Where a path below `C:\Windows` lies in the box. */
export function boxPath(box: string, windowsPath: string): string {
  return join(
    box,
    'Windows',
    ...windowsPath
      .slice(systemRoot.length)
      .split('\\')
      .filter((part) => part !== ''),
  );
}

/** Where a program leaves an exit code that does not fit into 8 bits. */
export const wideExitFile = (runFolder: string): string => join(runFolder, 'exit');

/** Writes the executables: each starts the one program with the box, the folder it was started from, and its name. */
export async function writePrograms(box: string, script: string): Promise<void> {
  for (const tool of toolNames) {
    const path = boxPath(box, toolPath(tool));
    const start = [process.execPath, script, box].map(quoted).join(' ');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `#!/bin/sh\nexec ${start} "\${0%/*}" ${tool} "$@"\n`, { mode: 0o755 });
  }
}

/** Takes a program away, or the right to run it, or gives both back. */
export async function setProgram(
  box: string,
  tool: ToolName,
  state: 'there' | 'missing' | 'accessDenied',
): Promise<void> {
  const path = boxPath(box, toolPath(tool));
  const away = `${path}.away`;
  await rename(away, path).catch(() => undefined);
  await chmod(path, state === 'accessDenied' ? 0o644 : 0o755);
  if (state === 'missing') await rename(path, away);
}

/** A word of a shell script that means exactly this text. */
export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
