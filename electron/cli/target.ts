import { resolve } from 'node:path';
import type { Command } from 'commander';
import { defaultTarget, openTarget } from '../host/open-target.ts';
import type { RecordedHost } from '../host/recorded/recorded-host.ts';
import type { Host } from '../host/host.ts';
import { spoolBelow } from '../app/spool.ts';
import { recording, type RecordingHost } from '../host/recording.ts';
import { dataFolderOf } from './open-cases.ts';
import { say } from './paint.ts';

export interface TargetFlags {
  target: string;
  practice?: string;
}

/** The options that every command with a target has. */
export function withTarget(command: Command): Command {
  return command
    .option(
      '--target <target>',
      'the server to look at: windows, practice:SCENARIO ("psdoctor scenarios" lists them) or recorded:PATH',
      defaultTarget,
    )
    .option('--practice <dir>', 'keeps the practice server in this folder');
}

/** Opens the target with every answer kept as evidence. What a person should know about a recording goes to stderr. */
export async function openRecordingTarget(flags: TargetFlags & { data?: string }): Promise<RecordingHost> {
  const practiceDir = flags.practice === undefined ? undefined : resolve(flags.practice);
  const text = /^recorded:./su.test(flags.target)
    ? `recorded:${resolve(flags.target.slice('recorded:'.length))}`
    : flags.target;
  const host: Partial<RecordedHost> & Host = await openTarget(text, { practiceDir });
  if (practiceDir !== undefined && host.kind === 'practice' && host.name !== flags.target) {
    say(`${practiceDir} keeps ${host.name}: that server is looked at.\n`);
  }
  for (const warning of host.warnings ?? []) say(`${warning}\n`);
  return recording(
    host,
    spoolBelow(() => dataFolderOf(flags.data)),
  );
}
