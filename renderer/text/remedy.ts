import type { RepairId } from '../../shared/model/repair-id.ts';
import type { Certificate } from '../../shared/model/facts/tls.ts';
import type { Session } from '../../shared/model/wizard-state.ts';
import { mapWords } from '../../shared/map/words.ts';
import type { PathState } from '../features/remedy/path.ts';

export { outcomeWords, repairTitles, stepOutcomeWords } from '../../shared/report/words.ts';

export const pathStateWords: Record<PathState, string> = {
  needed: 'needed',
  blocked: 'needed later',
  pending: 'waits',
  notNeeded: 'not needed',
  done: 'done',
  later: 'later',
  notChecked: 'not checked',
};

/** Why a step stands in the path (KB172128, KB164960). */
export const reasons: Record<RepairId, string> = {
  'install-features':
    'The article begins here: without the IIS role services that the agent needs, it makes no virtual directories (KB164960).',
  'remove-legacy-metabase':
    'A legacy hash in applicationHost.config makes the IIS 6 metabase layer rewrite the record (Microsoft KB 2025598).',
  'create-https-binding': 'The site has no HTTPS binding, so there is nothing a certificate could be bound to.',
  'enable-https-protocol': 'The site does not speak HTTP or HTTPS.',
  'start-site': 'A stopped site answers nobody.',
  'repair-private-key': 'A certificate serves only with its private key.',
  'remove-shadowing-record': 'Another record of HTTP.SYS comes first and serves another certificate.',
  'rebind-certificate':
    'Writes the record of HTTP.SYS anew, so that it names the certificate that the binding should have. In IIS Manager the article selects another certificate and then the right one again; this does the same in one step, with a backup, a proof and, where Windows allows it, an undo (KB172128, first remedy).',
  'force-overwrite':
    'Only when "Package Server could not access own Web Site using HTTPS" comes back after a reboot: without this flag the agent leaves a binding alone that it takes for somebody else’s (KB172128, second remedy). A person sets it in the console; the server then shows whether the policy has arrived.',
  'restart-agent':
    'After the force-overwrite policy has arrived, the article restarts the agent so that it applies it (KB172128).',
  'refresh-packages':
    'The agent makes its HTTPS codebases when the packages are refreshed; a sound binding alone publishes nothing. By hand: Agent UI > Package Server tab > Refresh All Packages (KB172128).',
};

type Waits = NonNullable<Session['unfinished']>['waits'];

const goOn: Record<NonNullable<Waits>, string> = {
  person: 'It is set: go on …',
  policy: 'Look for the policy again …',
  reboot: 'It was restarted: go on …',
};

/** The way on from a repair that has not come to its end, by what it waits for. */
export const goOnWords = (waits: Waits): string => (waits === null ? 'Finish it …' : goOn[waits]);

/** What speaks for or against a certificate that a person may choose. */
export function choosableWords(about: {
  names: readonly string[];
  issuer: string;
  begins: string;
  privateKey: Certificate['privateKey'];
}): string[] {
  const { names, issuer, begins, privateKey } = about;
  return [
    names.length === 0 ? 'no DNS names' : `for ${names.slice(0, 4).join(', ')}`,
    `from ${issuer}`,
    `since ${begins}`,
    mapWords.keys[privateKey],
  ];
}

export const remedyWords = {
  title: 'Remedy',
  lead: 'The path of KB172128 in its order. Nothing is changed before you confirm it in a dialog of its own.',
  step: (number: number, title: string) => `${number}. ${title}`,
  afterStep: (title: string) => `after: ${title}`,
  notLive: 'There is no server behind what is shown, so nothing can be planned or changed from here.',
  plan: 'Plan this step',
  planAgain: 'Plan again',
  checkAgain: 'Ask the server again',
  planning: 'Reading the server anew and making the plan …',
  notCalled: 'It is not the next step of the path. A plan shows what it would do; nothing is changed by planning.',
  planAnyway: 'Plan it anyway',

  endpoint: 'Endpoint',
  certificate: 'Certificate for the record',
  recommended: 'recommended',
  validTo: (date: string) => `valid to ${date}`,
  takeOver: 'Take the record over although its application id is not that of IIS',
  steps: 'What is done',
  backups: 'Backed up first',
  alsoHits: 'Also changed by this',
  alsoHitsNone: 'Nothing else that is known.',
  stillWins: 'Still served instead, for some clients',
  undo: 'Undo',
  undoNone: 'none for this step',
  cannotBeUndone: 'Cannot be undone',
  provenBy: 'Proven by',
  needsReboot: 'Needs a reboot to take effect.',
  command: (words: string) => `Command: ${words}`,
  script: (words: string) => `Script of: ${words}`,
  whenNotProven: 'If these checks are not sound afterwards, it is undone by itself.',
  whenNotProvenNoUndo: 'If these checks are not sound afterwards, it is said so: this change has no undo.',

  apply: 'Apply …',
  applyHelp: 'A dialog asks first. Its default answer is Cancel.',
  confirming: 'Waiting for your answer in the dialog. Nothing has been changed.',
  running: 'The repair is running and is not stopped in the middle',
  doNow: 'Now',
  waits: 'waits',
  toProof: 'See the proof',
  takeBack: 'Take it back …',
  nextStep: 'The next step of the path is below.',
  console: 'In the console of the SMP: tick what is set',
  layout: 'What the console shows',
  choose: (what: string) => `choose "${what}"`,
};
