import type { CaseSummary } from '../../shared/model/case-summary.ts';
import { endingWords, lowerFirst, repairTitles } from '../../shared/report/words.ts';
import type { Session } from '../../shared/model/wizard-state.ts';
import { counted, ofAll } from './common.ts';
import { dateTime } from './format.ts';
import { targetWords } from './shell.ts';

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
  open: 'What was sent or kept',
  openHelp:
    'Listings of "netsh http show sslcert", an applicationHost.config, agent logs, certificates, registry exports, results and evidence bundles, in any mixture. They are recognised by what they hold.',
  openFiles: 'Open files …',
  openFolder: 'Open a bundle folder …',
  cases: 'Cases on this computer',
  loadingCases: 'Reading the cases …',
  noCases: 'None yet: a case begins with the first repair.',
  openIt: 'Open',
  openCase: (id: string) => `Open case ${id}`,
  caseAbout: (server: string | null, at: string, repairs: CaseSummary['repairs']) =>
    [
      server ?? 'server not known',
      at,
      ...repairs
        .slice(-3)
        .map(({ repair, outcome, afterReboot }) =>
          [
            `${repairTitles[repair]}: ${lowerFirst(endingWords(outcome, afterReboot))}`,
            ...(outcome === 'fixed' && afterReboot !== null ? [`(looked ${dateTime(afterReboot.at)})`] : []),
          ].join(' '),
        ),
    ].join(' · '),
  about: 'For the report (optional)',
  ticket: 'Ticket number',
  engineer: 'Engineer',
  scenarios: (some: number, all: number) => (some === all ? counted(all, 'scenario') : ofAll(some, all)),
  noScenario: 'No scenario matches.',
  search: 'Search the scenarios',
  hint: 'Search',
  notElevatedTitle: 'This wizard runs without administrator rights.',
  notElevated:
    'Certificate records and handshakes can be read. applicationHost.config and private keys cannot, and nothing can be repaired.',
  restart: 'Restart elevated',
  declined: 'Windows did not start the elevated wizard. This one goes on as it is.',
  unsupported: 'Restarting elevated exists on Windows only.',
  unfinished: (caseId: string, waits: string | null) =>
    waits === null
      ? `Case ${caseId} holds a repair that was not finished.`
      : `Case ${caseId} holds a repair that waits.`,
  rebooted: (caseId: string) => `Windows was restarted after the repair of case ${caseId}.`,
  rebootedHelp: 'Everything is asked again, to see whether the repair survived. Nothing is changed.',
  rebootCheck: 'Look whether it survived',
  unfinishedHelp:
    'Finish it or take it back before anything else is changed. A dialog says what would be done and asks first.',
  loading: 'Reading the scenarios …',
};

/** What was begun, on which server and when, and how far it came; where the journal is damaged, what that means. */
export function unfinishedText({ words, run }: NonNullable<Session['unfinished']>): string {
  if (run === null) return words;
  const { kind, name } = targetWords(run.target);
  return `${repairTitles[run.repair]} on ${kind}${name}, begun ${dateTime(run.begunAt)}. ${run.stage}`;
}

const languages = new Intl.DisplayNames(['en'], { type: 'language' });

function languageName(tag: string): string {
  return languages.of(tag.split('-')[0] ?? tag) ?? tag;
}
