import type { Host } from '../host/host.ts';
import type { JournaledStep } from './journal-runs.ts';
import type { WaitsFor } from './steps/step-kind.ts';

/**
 * Why a step still waits for a restart of Windows, or null when it waits for none,
 * or the restart has come. The boot time decides: DISM can show a feature as enabled
 * before the restart that finishes it (3010).
 */
export async function waitsForReboot(
  host: Pick<Host, 'describe'>,
  { waitsFor, pendingSince }: JournaledStep,
): Promise<WaitsFor | null> {
  if (waitsFor?.for !== 'reboot' || pendingSince === null) return null;
  const { bootTime } = await host.describe();
  if (bootTime !== null && Date.parse(bootTime) > Date.parse(pendingSince)) return null;
  const seen =
    bootTime === null
      ? 'When Windows was started could not be read, so nothing shows that it was restarted.'
      : `Windows has not been restarted since ${pendingSince}: it was started ${bootTime}.`;
  return { ...waitsFor, words: `${seen} ${waitsFor.words}` };
}
