export const startWords = {
  title: 'Which server?',
  lead: 'Finds out why a package server publishes no HTTPS codebases, repairs it with a backup, proves it, and can undo it (KB172128).',
  thisServer: 'This server',
  diagnoseThis: 'Diagnose this computer',
  thisServerHelp: 'Asks Windows, IIS and HTTP.SYS on this computer. A diagnosis changes nothing.',
  notWindows: 'This computer does not run Windows. Run the wizard on the package server itself.',
  practice: 'Practice server',
  practiceHelp:
    'A simulated package server with a real TLS listener. Everything can be tried on it; nothing else is touched.',
  scenario: 'Scenario',
  language: (tag: string, build: number) => `Windows build ${build} in ${languageName(tag)}`,
  begin: 'Start the diagnosis',
  later: 'Opening a case, a bundle or files that a customer sent comes with a later version.',
  notElevatedTitle: 'This wizard runs without administrator rights.',
  notElevated:
    'Certificate records and handshakes can be read. applicationHost.config and private keys cannot, and nothing can be repaired.',
  restart: 'Restart elevated',
  declined: 'Windows did not start the elevated wizard. This one goes on as it is.',
  unsupported: 'Restarting elevated exists on Windows only.',
  unfinished: (caseId: string) => `Case ${caseId} holds a repair that was not finished.`,
  unfinishedHelp: (caseId: string) =>
    `Take it back with "psdoctor undo ${caseId}", or finish it with "psdoctor resume ${caseId}", before anything else is changed.`,
  loading: 'Reading the scenarios …',
};

const languages = new Intl.DisplayNames(['en'], { type: 'language' });

function languageName(tag: string): string {
  return languages.of(tag.split('-')[0] ?? tag) ?? tag;
}
