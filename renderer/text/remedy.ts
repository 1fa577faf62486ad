import type { CauseId } from '../../shared/model/cause.ts';
import type { RepairId } from '../../shared/model/repair-id.ts';
import type { Certificate } from '../../shared/model/facts/tls.ts';
import type { RepairReport } from '../../shared/model/repair.ts';
import type { Session } from '../../shared/model/wizard-state.ts';
import { mapWords } from '../../shared/map/words.ts';
import { outcomeWords, repairTitles } from '../../shared/report/words.ts';
import type { PathState } from '../features/remedy/path.ts';

export { outcomeWords, repairTitles, stepOutcomeWords } from '../../shared/report/words.ts';

/** How a repair came out. The look after a restart of Windows has no plan: nothing was done then. */
export function outcomeOf({ outcome, plan, after }: Pick<RepairReport, 'outcome' | 'plan' | 'after'>): string {
  if (plan !== null || after === null) return outcomeWords[outcome];
  return outcome === 'fixed' ? 'It has survived the restart of Windows' : 'It has not survived the restart of Windows';
}

export const pathStateWords: Record<PathState, string> = {
  needed: 'needed',
  blocked: 'needed later',
  pending: 'waits',
  notNeeded: 'not needed',
  done: 'done',
  takenBack: 'taken back',
  later: 'if need be',
  notChecked: 'not checked',
};

/** What a state means, where its name does not say it all; null where it does. */
export function stateHelp(state: PathState, after: RepairId | null): string | null {
  if (state === 'blocked') {
    return after === null
      ? 'It comes when a person has done what stands above.'
      : `It comes after "${repairTitles[after]}".`;
  }
  if (state === 'later') return 'Only if the fault comes back, or what is needed now does not cure it.';
  if (state === 'notChecked') return 'No check that ran can say whether it is needed.';
  return null;
}

/** Why a step stands in the path (KB172128, KB164960). */
const reasons: Record<RepairId, string> = {
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
    'The agent looks at its policies, its features and its own web site when it starts (KB172128, KB150861).',
  'refresh-packages':
    'The agent makes its HTTPS codebases when the packages are refreshed; a sound binding alone publishes nothing. By hand: Agent UI > Package Server tab > Refresh All Packages (KB172128).',
};

/** The same, where the cause that asks for it says it better. */
const reasonsBy: Partial<Record<RepairId, Partial<Record<CauseId, string>>>> = {
  'restart-agent': {
    'missing-features': 'The agent looks for the role services of IIS only when it starts (KB150861).',
    'restart-needed': 'The agent has not looked since the server was put right: it does when it starts (KB150861).',
    'agent-stopped': 'The agent publishes nothing while its service does not run.',
    'policy-not-forced':
      'After the force-overwrite policy has arrived, the article restarts the agent so that it applies it (KB172128).',
  },
  'force-overwrite': {
    'foreign-owner':
      'Without this flag the agent leaves a binding alone that another program wrote (KB172128, second remedy). A person sets it in the console; the server then shows whether the policy has arrived.',
  },
};

/** Why a step stands in the path, on this server. */
export const reasonOf = (repair: RepairId, cause: CauseId | null): string =>
  (cause === null ? undefined : reasonsBy[repair]?.[cause]) ?? reasons[repair];

type Waits = NonNullable<Session['unfinished']>['waits'];

const goOn: Record<NonNullable<Waits>, string> = {
  person: 'It is set: go on …',
  policy: 'Look for the policy again …',
  reboot: 'It was restarted: go on …',
};

/** What a repair waits for in the words of this window; null where its own say it. */
export const waitingWords = (waits: Waits): string | null =>
  waits === 'person'
    ? `Set it in the console of the SMP as the list above says, and tick what is set. Then choose "${goOn.person}": the agent is asked for its policies and restarted, and the server proves the rest.`
    : null;

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
  leadNotLive:
    'The path of KB172128 in its order, as what is shown asks for it. There is no server behind it: nothing can be planned or changed from here.',
  step: (number: number, title: string) => `${number}. ${title}`,
  adviceFirst: 'First a person has to act',
  adviceThen:
    'No step of the path helps before that. When it is done, ask the server again: the path then shows what is next.',
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
  undoOnFailure: 'If a later step fails',
  provenBy: 'Proven by',
  needsReboot: 'Needs a reboot to take effect.',
  command: (words: string) => `Command: ${words}`,
  script: (words: string) => `Script of: ${words}`,
  whenNotProven: 'If these checks are not sound afterwards, it is undone by itself.',
  whenNotProvenNoUndo: 'If these checks are not sound afterwards, it is said so: this change has no undo.',

  apply: 'Apply …',
  doubts: (words: readonly string[]) =>
    `What speaks against the chosen certificate: ${words.join('; ')}. Clients may refuse it, and then the repair is not proven.`,
  noUndo: 'This cannot be undone.',
  hasUndo: 'This can be taken back.',
  applyHelp: 'A dialog asks first. Its default answer is Cancel.',
  confirming: 'Waiting for your answer in the dialog. Nothing has been changed.',
  running: 'The repair is running and is not stopped in the middle',
  doNow: 'Now',
  waits: 'waits',
  toProof: 'See the proof',
  takeBack: 'Take it back …',
  stays: (why: readonly string[]) => `It cannot be taken back. ${why.join(' ')}`,
  newestFirst: (title: string) => `What was done last is taken back first: "${title}". Then this can be.`,
  declinedUndo: 'You said no: nothing was taken back, and it stands as it was.',
  declinedResume: 'You said no: nothing was changed, and it waits as before.',
  whatToDo: 'What to do:',
  notTicked: (items: readonly string[]) => `Not ticked yet: ${items.join('; ')}.`,
  howManyNotTicked: (items: number) => `Not ticked yet: ${items} of the list above.`,
  goOnWith: (title: string) => `Go on with: ${title}`,
  inConsole: 'A person sets in the console of the SMP what the list above says.',
  console: 'In the console of the SMP: tick what is set',
  layout: 'What the console shows',
  notForced:
    'A policy came, and the record is not the agent\u2019s yet. Look in the console whether "Force overwrite HTTPS binding" is set for this server and the policy is enabled, tick what is, and plan this step again.',
  noChoice:
    'No certificate in the machine store of this server can be bound as it is: none is valid now, made for a server and has its private key. Get one first, then ask the server again.',
};
