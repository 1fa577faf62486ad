import type { Command } from 'commander';
import { defaultTarget, openTarget } from '../host/open-target.ts';
import { recording, type RecordingHost } from '../host/recording.ts';
import { callerPath } from './caller-path.ts';

export interface TargetFlags {
  target: string;
  practice?: string;
}

/** The options that every command with a target has. */
export function withTarget(command: Command): Command {
  return command
    .option('--target <target>', 'the server to look at', defaultTarget)
    .option('--practice <dir>', 'keeps the practice server in this folder');
}

/** Opens the target with every answer kept as evidence. */
export async function openRecordingTarget(flags: TargetFlags): Promise<RecordingHost> {
  const practiceDir = flags.practice === undefined ? undefined : callerPath(flags.practice);
  const text = flags.target.startsWith('recorded:')
    ? `recorded:${callerPath(flags.target.slice('recorded:'.length))}`
    : flags.target;
  return recording(await openTarget(text, { practiceDir }));
}
