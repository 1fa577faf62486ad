import { mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toolNames, toolPath, type ToolName } from '../../electron/host/tools.ts';
import { boxPath, quoted } from './programs.ts';

const startsFile = (box: string): string => join(box, 'starts');
/** While it is there, the tool's own program runs. */
const faultFile = (box: string, tool: ToolName): string => join(box, `fault-${tool}`);

/**
 * Puts in front of each program of a box one that remembers: the first run with
 * certain arguments is the program's own, each later one gives the same output
 * after the tool's delay. It starts as fast as a real tool does, which Node does
 * not; for servers that do not change. Each start is written down.
 */
export async function writeRememberingPrograms(box: string, delays: Partial<Record<ToolName, number>>): Promise<void> {
  const kept = join(box, 'remembered');
  mkdirSync(kept, { recursive: true });
  await writeFile(startsFile(box), '');
  for (const tool of toolNames) {
    const path = boxPath(box, toolPath(tool));
    const own = `${path}.own`;
    await rename(path, own);
    const lines = [
      '#!/bin/sh',
      `echo ${tool} >> ${quoted(startsFile(box))}`,
      // A program leaves a wide exit code in the folder that it was started from.
      `own="$0.own" exit="\${0%/*}/exit"`,
      `[ -e "$own" ] || ln -s ${quoted(own)} "$own"`,
      `[ -e ${quoted(faultFile(box, tool))} ] && exec "$own" "$@"`,
      `kept=${quoted(`${kept}/${tool} `)}$(printf '%s\\n' "$@" | cksum)`,
      'if [ ! -e "$kept.code" ]; then',
      '  "$own" "$@" > "$kept.out" 2> "$kept.err"; echo $? > "$kept.new"',
      '  [ -e "$exit" ] && cp "$exit" "$kept.exit"',
      '  mv "$kept.new" "$kept.code"',
      'else',
      `  sleep ${(delays[tool] ?? 0) / 1000}`,
      '  [ -e "$kept.exit" ] && cp "$kept.exit" "$exit"',
      'fi',
      'cat "$kept.out"',
      '[ -s "$kept.err" ] && cat "$kept.err" >&2',
      'read -r code < "$kept.code"',
      'exit "$code"',
    ];
    await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o755 });
  }
}

/** Lets a tool's own program run, or not any more, so that it can fail. */
export async function setRemembering(box: string, tool: ToolName, remembers: boolean): Promise<void> {
  if (remembers) await rm(faultFile(box, tool), { force: true });
  else await writeFile(faultFile(box, tool), '');
}

/** The tools that were started since the last call, in their order. */
export async function takeStarts(box: string): Promise<ToolName[]> {
  const text = await readFile(startsFile(box), 'utf8');
  await writeFile(startsFile(box), '');
  return text.split('\n').filter((line) => line !== '') as ToolName[];
}
