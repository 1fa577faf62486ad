import { UserError } from '../app/user-error.ts';
import type { Host } from './host.ts';

/** What is looked at when nobody says: this server on Windows, the practice server elsewhere. */
export const defaultTarget = process.platform === 'win32' ? 'windows' : 'practice:stale-binding';

export interface TargetOptions {
  /** Keeps the practice server in this folder, so that several processes meet the same one. */
  practiceDir?: string | undefined;
}

/**
 * Opens a target as a person writes it: `windows`,
 * `practice:SCENARIO[:LANGUAGE[:BUILD]]` or `recorded:PATH`.
 *
 * @throws UserError unknownTarget, with what exists
 */
export async function openTarget(text: string, options: TargetOptions = {}): Promise<Host> {
  const [kind] = text.split(':', 1);
  if (kind === 'windows' && text === kind) return openWindows();
  if (kind === 'practice') return openPractice(text, options);
  if (kind === 'recorded' && text.length > 'recorded:'.length) {
    const { openRecordedHost } = await import('./recorded/recorded-host.ts');
    return openRecordedHost(text.slice('recorded:'.length));
  }
  throw new UserError(
    'unknownTarget',
    `There is no target "${text}". Targets are windows, practice:SCENARIO and recorded:PATH; "psdoctor scenarios" lists the scenarios.`,
  );
}

async function openWindows(): Promise<Host> {
  if (process.platform !== 'win32') {
    throw new UserError(
      'unknownTarget',
      'The target "windows" is this computer, and this computer does not run Windows. Use practice:SCENARIO here, or run this on the package server.',
    );
  }
  const { createWindowsHost } = await import('./windows/windows-host.ts');
  return createWindowsHost();
}

async function openPractice(text: string, { practiceDir }: TargetOptions): Promise<Host> {
  const { createPracticeServer, parsePracticeTarget } = await import('./practice/practice-server.ts');
  const server = await createPracticeServer({
    ...parsePracticeTarget(text),
    ...(practiceDir === undefined ? {} : { dir: practiceDir }),
  });
  return server.host;
}
