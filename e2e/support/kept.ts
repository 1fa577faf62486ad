import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerConfirmation } from './practice.ts';
import { launchWizard, type Wizard } from './wizard.ts';

/** A practice server and a data folder that outlive the window. */
export interface KeptServer {
  /** Where cases and their journals lie. */
  data: string;
  /** Opens the wizard on it; every native confirmation is answered with Apply. */
  launch(target?: string): Promise<Wizard>;
  /** What happens to the server by no tool of ours. */
  happen(event: 'reboot' | 'policy-forced' | 'other-product-writes'): void;
}

/** Does something with a practice server that is kept in a folder, and removes it afterwards. */
export async function withKeptServer(work: (server: KeptServer) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'psd-kept-'));
  const [data, practice] = [join(folder, 'data'), join(folder, 'server')];
  const psdoctor = join(import.meta.dirname, '..', '..', 'build', 'psdoctor.mjs');
  try {
    await work({
      data,
      async launch(target) {
        const chosen = target === undefined ? [] : ['--target', target];
        const wizard = await launchWizard({ args: ['--data', data, '--practice', practice, ...chosen] });
        await answerConfirmation(wizard.app, 'Apply');
        return wizard;
      },
      happen: (event) => void execFileSync(process.execPath, [psdoctor, 'practice', event, '--practice', practice]),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
