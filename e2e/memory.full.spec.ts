import { expect, test, type ElectronApplication } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { withBareWindow } from './support/bare-window.ts';
import { diagnose, launchWithData } from './support/practice.ts';
import { figure, tell } from './support/tell.ts';
import { launchWizard } from './support/wizard.ts';

const allowed = 1.5;
/** Until what a start or a diagnosis left is collected. */
const restMs = 5000;

test('after a diagnosis the wizard holds at most 1.5 times what a bare window holds', { tag: '@alone' }, async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  test.setTimeout(120_000);
  await withBareWindow(async (runtime) => {
    const bare = await launchWizard({ runtime });
    await setTimeout(restMs);
    const least = await memoryOf(bare.app);
    await bare.close();

    const wizard = await launchWithData();
    await diagnose(wizard.page, 'stale-binding');
    await setTimeout(restMs);
    const held = await memoryOf(wizard.app);
    await wizard.close();

    const ratio = held / least;
    tell(figure('memory of a bare window, all its processes', least, 'MiB'));
    tell(figure('memory of the wizard after a diagnosis', held, 'MiB'));
    tell(figure('memory by that of the bare window', ratio, 'times', { atMost: allowed }));
    expect(ratio).toBeLessThanOrEqual(allowed);
  });
});

/** MiB that the application's processes hold; what several share is counted once (proportional set size). */
async function memoryOf(app: ElectronApplication): Promise<number> {
  const processes = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid));
  const kibibytes = processes.map((pid) =>
    Number(/^Pss: +(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]),
  );
  return kibibytes.reduce((sum, each) => sum + each, 0) / 1024;
}
