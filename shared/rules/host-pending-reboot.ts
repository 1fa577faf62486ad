import { defineRule } from './rule.ts';
import { listOf, paragraphs } from './words.ts';

/** The signs of `windows.pendingReboot`, in words; renamed files alone are noise. */
const signs: Readonly<Record<string, string>> = {
  servicing: 'a component of Windows was installed or removed (Component Based Servicing)',
  windowsUpdate: 'Windows Update asks for it',
  fileRenames: 'files are to be renamed at the next start',
};
const harmless = 'fileRenames';

export const hostPendingReboot = defineRule({
  id: 'host.pendingReboot',
  title: 'Is a restart of Windows pending?',
  kb: [],
  needs: { all: ['windows'], any: [] },
  concludes: {
    pass: 'The registry has no sign of one.',
    info: 'Only files that are to be renamed, which is common and says little.',
    warn: 'Servicing or Windows Update waits for one.',
  },
  decisive: false,
  judge({ windows: { pendingReboot } }) {
    const seen = `The registry says: ${listOf(pendingReboot.map((sign) => signs[sign] ?? sign))}.`;
    if (pendingReboot.length === 0) {
      return {
        status: 'pass',
        summary: 'No restart of Windows is pending.',
        detail: 'The registry has no sign of servicing, Windows Update or renamed files that wait for a restart.',
      };
    }
    if (pendingReboot.every((sign) => sign === harmless)) {
      return {
        status: 'info',
        summary: 'Files are to be renamed at the next start of Windows; nothing else asks for it.',
        detail: `${seen} Programs leave such entries often; by themselves they say nothing about HTTPS.`,
      };
    }
    return {
      status: 'warn',
      summary: 'A restart of Windows is pending.',
      detail: paragraphs(
        seen,
        'Role services of IIS that wait for a restart are not complete, and a restart brings back what the registry holds of HTTP.SYS.',
        'Restart Windows when it suits, then diagnose again.',
      ),
    };
  },
});
