import { z } from 'zod';
import { listOf } from '../../../shared/rules/words.ts';
import type { Host } from '../../host/host.ts';
import { readFacts } from '../read-facts.ts';
import { dismCommand, enabledNames, readFeatures, runDism } from './dism.ts';
import type { Performed, Standing, StepKind, WaitsFor } from './step-kind.ts';

const names = z.array(z.string().regex(/^[\w.()-]+$/u));

/** Features of Windows are turned on, and with them the parents that DISM adds. */
export const EnableFeatures = z.object({
  kind: z.literal('enableFeatures'),
  names,
  /** Every feature that was on before, by DISM name. */
  before: names,
  /** What became enabled, read after the change: the undo takes back that and no more. */
  became: names.nullable(),
});
export type EnableFeatures = z.infer<typeof EnableFeatures>;

/** The way back: turns off what had been turned on. Payloads stay on the disk. */
export const DisableFeatures = z.object({ kind: z.literal('disableFeatures'), names });
export type DisableFeatures = z.infer<typeof DisableFeatures>;

const restart: WaitsFor = {
  for: 'reboot',
  words:
    'Windows finishes the installation with its next restart. Restart the server, then go on with this case: the proof is made then.',
};

export const enableFeatures: StepKind<EnableFeatures> = {
  words: ({ names: wanted }) => `Install ${listOf(wanted)}, and what each of them needs`,
  toCommand: ({ names: wanted }) => dismCommand('enable', wanted),
  inverse: ({ names: wanted, became }) => ({ kind: 'disableFeatures', names: became ?? wanted }),
  async perform(step, host): Promise<Performed> {
    const { needsReboot, ...performed } = await runDism(host, dismCommand('enable', step.names));
    return needsReboot ? { ...performed, waitsFor: restart } : performed;
  },
  // DISM's 3010 is lost with the process that heard it, and it can show a feature as enabled before that restart.
  async stillWaits(_step, host) {
    const { windows } = await readFacts(host, ['windows']);
    return windows?.state === 'known' && !windows.value.pendingReboot.includes('servicing') ? null : restart;
  },
  readBack: ({ names: wanted, before }, host) => compare(host, before, wanted),
  async learn(step, host) {
    const features = await readFeatures(host);
    if (typeof features === 'string') return step;
    const had = new Set(step.before);
    return { ...step, became: enabledNames(features).filter((name) => !had.has(name)) };
  },
};

export const disableFeatures: StepKind<DisableFeatures> = {
  words: ({ names: wanted }) => `Turn off ${listOf(wanted)}, which this repair had turned on`,
  toCommand: ({ names: wanted }) => dismCommand('disable', wanted),
  inverse: () => null,
  async perform({ names: wanted }, host) {
    const { ok, detail } = await runDism(host, dismCommand('disable', wanted));
    return { ok, detail };
  },
  async readBack({ names: wanted }, host) {
    const features = await readFeatures(host);
    if (typeof features === 'string') return { isBefore: false, isAfter: false, words: features };
    const still = enabledNames(features).filter((name) => wanted.includes(name));
    return {
      isBefore: still.length === wanted.length,
      isAfter: still.length === 0,
      words: `still enabled: ${listOf(still)}`,
    };
  },
};

/** The whole list is compared, because DISM adds parents with their own defaults. */
async function compare(host: Host, before: readonly string[], wanted: readonly string[]): Promise<Standing> {
  const features = await readFeatures(host);
  if (typeof features === 'string') return { isBefore: false, isAfter: false, words: features };
  const now = enabledNames(features);
  const more = now.filter((name) => !before.includes(name));
  const fewer = before.filter((name) => !now.includes(name));
  const ready = features.filter(({ state }) => state === 'Enabled').map(({ name }) => name);
  // One that is pending becomes enabled with the next restart of Windows.
  const missing = wanted.filter((name) => !ready.includes(name));
  const differences = [
    ...(missing.length > 0 ? [`not enabled, or not before a restart of Windows: ${listOf(missing)}`] : []),
    ...(missing.length > 0 && more.length > 0 ? [`enabled by now: ${listOf(more)}`] : []),
    ...(fewer.length > 0 ? [`not enabled any more: ${listOf(fewer)}`] : []),
  ];
  return {
    isBefore: more.length + fewer.length === 0,
    isAfter: missing.length === 0,
    partly: missing.length > 0 && more.length > 0,
    words: differences.join('; '),
  };
}
