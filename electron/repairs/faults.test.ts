import { describe, expect, it } from 'vitest';
import { expectHonest, faults, runWithFault, settings, type FaultName } from './testing/fault-matrix.ts';

/** The call that makes each repair's change; faults.full.test.ts lets every call fail. */
const changing: Readonly<Record<string, string>> = {
  'missing-features': 'dism: dism.enable-feature',
  'legacy-metabase': "appcmd: appcmd.clear config -section:customMetadata -[path='LM/W3SVC/1'].[id='5506']",
  'missing-https-binding': 'appcmd: appcmd.set site',
  'stopped-app-pool': 'appcmd: appcmd.start apppool',
  'stopped-web-service': 'sc: sc.start.W3SVC',
  'private-key-missing': 'certutil: certutil.repairstore.THUMBPRINT',
  'shadowed-endpoint': 'netsh: netsh.http.delete.sslcert',
  'policy-not-forced': 'sc: sc.stop.AeXNSClient',
  'restart-needed': 'sc: sc.stop.AeXNSClient',
  'agent-stopped': 'sc: sc.start.AeXNSClient',
  healthy: 'powershell: powershell.refresh-packages',
};

const sample = settings.filter(({ scenario }) => scenario in changing);
const names = Object.keys(faults) as FaultName[];

describe.each(sample.map((setting, index) => ({ ...setting, index })))(
  '$repair of $scenario, when its tool',
  ({ index, ...setting }) => {
    // Three of the six for each repair, others for the next one.
    it.each(names.filter((_name, own) => (own + index) % 2 === 0))('%s', async (fault) => {
      const run = await runWithFault(setting, changing[setting.scenario]!, fault, 'always');
      expect(run.hit).toBe(true);
      expectHonest(run);
      // A tool that did its work is believed by what the server shows, whatever it reports.
      if (fault === 'works and reports a failure') expect(run.report).toMatchObject({ outcome: 'fixed' });
      else expect(run.report).not.toMatchObject({ outcome: 'fixed' });
    });
  },
);
