import type { Host } from '../../electron/host/host.ts';
import { createPracticeServer, type PracticeServer } from '../../electron/host/practice/practice-server.ts';
import { impatient } from '../../electron/repairs/testing/impatient.ts';
import type { Patience } from '../../electron/repairs/steps/step-kind.ts';
import { patience } from '../winbox/patience.ts';
import { createWinbox } from '../winbox/winbox.ts';

export interface OpenServer {
  server: PracticeServer;
  host: Host;
  patience: Patience;
  dispose(): Promise<void>;
}

/** Opens a kept practice server: to ask its model, or, where the process behind a winbox's programs is given, real processes. */
export async function openServer(dir: string, script: string | null): Promise<OpenServer> {
  const server = await createPracticeServer({ scenario: 'healthy', dir });
  if (script === null) return { server, host: server.host, patience: impatient, dispose: () => server.dispose() };
  const box = await createWinbox({ practiceDir: dir, script });
  return {
    server,
    host: box.host,
    patience,
    async dispose() {
      await box.dispose();
      await server.dispose();
    },
  };
}
