import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolNames, toolPath, type ToolName } from '../../electron/host/tools.ts';

export const systemRoot = 'C:\\Windows';

/** The process behind all executables; built before the tests. */
export const programsScript = fileURLToPath(new URL('../../out/winbox/programs.js', import.meta.url));

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

/** Where the process leaves what programs have to print. */
export const answersFolder = (box: string): string => join(box, 'answers');

/** Writes the executables, each a process of its own that lets the process at `port` say what it prints and ends with. */
export async function writePrograms(box: string, port: number): Promise<void> {
  for (const tool of toolNames) {
    const path = boxPath(box, toolPath(tool));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, programText(tool, answersFolder(box), port), { mode: 0o755 });
  }
}

/** In bash, for its connections; it starts nothing where it need not, and needs no PATH. */
function programText(tool: ToolName, answers: string, port: number): string {
  const lines = [
    '#!/bin/bash',
    `lost() { echo "${tool}: nobody answers for this program on port ${port}" >&2; exit 111; }`,
    // To print without cat takes half the time, but a NUL ends a text of bash.
    'show() {',
    '  if [ -e "$1.text" ]; then mapfile lines <"$1.text"; printf %s "${lines[@]}"',
    '  elif [ -e "$1.bytes" ]; then /bin/cat "$1.bytes"; fi',
    '}',
    `{ exec 3<>/dev/tcp/127.0.0.1/${port}; } 2>/dev/null || lost`,
    `printf '%s\\0' $# ${tool} "\${0%/*}" "$@" >&3`,
    'read -r code number <&3 || lost',
    `if [ "$code" = hang ]; then trap '' TERM; read -r <&3; lost; fi`,
    `show ${quoted(answers)}/"$number"/stdout`,
    `show ${quoted(answers)}/"$number"/stderr >&2`,
    'exit "$code"',
  ];
  return `${lines.join('\n')}\n`;
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
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
