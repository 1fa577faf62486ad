import type { RepairId } from '../../shared/model/repair-id.ts';
import type { RepairOutcome, StepReport } from '../../shared/model/repair.ts';
import type { PathState } from '../features/remedy/path.ts';

export const repairTitles: Record<RepairId, string> = {
  'install-features': 'Required features',
  'remove-legacy-metabase': 'Legacy metabase entry',
  'create-https-binding': 'HTTPS binding',
  'enable-https-protocol': 'Enabled protocols',
  'start-site': 'Web site',
  'repair-private-key': 'Private key',
  'remove-shadowing-record': 'Shadowing record',
  'rebind-certificate': 'Certificate binding',
  'force-overwrite': 'Force overwrite',
  'restart-agent': 'Restart agent',
  'refresh-packages': 'Refresh packages',
};

export const pathStateWords: Record<PathState, string> = {
  needed: 'needed',
  notNeeded: 'not needed',
  done: 'done',
  later: 'later',
  notChecked: 'not checked',
};

const notHere = 'This version does not do it.';

/** Why a step stands in the path, and how a person does it where the wizard does not (KB172128, KB164960, KB180398). */
export const byHand: Record<RepairId, { why: string; how: string }> = {
  'install-features': {
    why: 'The article begins here: without the IIS role services that the agent needs, it makes no virtual directories (KB164960).',
    how: `${notHere} The agent log names what is missing: "Web Server (IIS) role is installed, but the next required Role Services are missing". Add those in Server Manager, then restart the agent (KB160917).`,
  },
  'remove-legacy-metabase': {
    why: 'A legacy hash in applicationHost.config makes the IIS 6 metabase layer rewrite the record (Microsoft KB 2025598).',
    how: notHere,
  },
  'create-https-binding': {
    why: 'The site has no HTTPS binding, so there is nothing a certificate could be bound to.',
    how: `${notHere} IIS Manager: Default Web Site > Bindings > Add > https, port 443, with the certificate of this server.`,
  },
  'enable-https-protocol': { why: 'The site does not speak HTTP or HTTPS.', how: notHere },
  'start-site': { why: 'A stopped site answers nobody.', how: `${notHere} Start the site in IIS Manager.` },
  'repair-private-key': {
    why: 'A certificate serves only with its private key.',
    how: `${notHere} Import the certificate again together with its key.`,
  },
  'remove-shadowing-record': {
    why: 'Another record of HTTP.SYS comes first and serves another certificate.',
    how: notHere,
  },
  'rebind-certificate': {
    why: 'Writes the record of HTTP.SYS anew, so that it names the certificate that the binding should have. In IIS Manager the article selects another certificate and then the right one again; this does the same in one step, with a backup, a proof and an undo (KB172128, first remedy).',
    how: '',
  },
  'force-overwrite': {
    why: 'Only when "Package Server could not access own Web Site using HTTPS" comes back after a reboot: without this flag the agent leaves a binding alone that it takes for somebody else’s (KB172128, second remedy).',
    how: `${notHere} In the console: Settings > Notification Server > Site Server Settings > Site Servers > this server > override the global settings: HTTPS binding on port 443, force overwrite HTTPS binding, master certificate, policy on.`,
  },
  'restart-agent': {
    why: 'After the force-overwrite policy has arrived, the article restarts the agent so that it applies it (KB172128).',
    how: `${notHere} Restart the service "AeXNSClient" (Symantec Management Agent).`,
  },
  'refresh-packages': {
    why: 'The agent makes its HTTPS codebases when the packages are refreshed; a sound binding alone publishes nothing (KB172128).',
    how: `${notHere} On this server: Agent UI > Package Server tab > Refresh All Packages.`,
  },
};

export const remedyWords = {
  title: 'Remedy',
  lead: 'The path of KB172128 in its order. Nothing is changed before you confirm it in a dialog of its own.',
  why: 'Why',
  byHand: 'By hand',
  plan: 'Plan this step',
  planAgain: 'Plan again',
  planning: 'Reading the server anew and making the plan …',
  notNeeded: 'No cause asks for this step.',
  planAnyway: 'Plan it anyway',

  endpoint: 'Endpoint',
  certificate: 'Certificate for the record',
  recommended: 'recommended',
  validTo: (date: string) => `valid to ${date}`,
  takeOver: 'Take the record over although its application id is not that of IIS',
  steps: 'What is done',
  backups: 'Backed up first',
  alsoHits: 'Also changed by this',
  alsoHitsNone: 'Nothing else: no other site uses this endpoint.',
  stillWins: 'Still served instead, for some clients',
  undo: 'Undo',
  undoNone: 'none for this step',
  cannotBeUndone: 'Cannot be undone',
  provenBy: 'Proven by',
  needsReboot: 'Needs a reboot to take effect.',
  command: (words: string) => `Command: ${words}`,
  whenNotProven: 'If these checks are not sound afterwards, it is undone by itself.',

  apply: 'Apply …',
  applyHelp: 'A dialog asks first. Its default answer is Cancel.',
  confirming: 'Waiting for your answer in the dialog. Nothing has been changed.',
  running: 'The repair is running and is not stopped in the middle',
  doNow: 'Now',
  toProof: 'See the proof',
  changed: 'Nothing was changed.',
};

export const stepOutcomeWords: Record<StepReport['outcome'], string> = {
  done: 'done',
  failed: 'failed',
  undone: 'taken back',
  skipped: 'skipped',
};

export const outcomeWords: Record<RepairOutcome, string> = {
  fixed: 'Repaired and proven',
  notNeeded: 'Nothing had to be changed',
  pending: 'Done, and the proof is still to come',
  notFixed: 'Done, but not proven',
  undone: 'Not proven, so it was taken back',
  declined: 'Declined: nothing was changed',
  refused: 'Refused: nothing was changed',
  failed: 'The repair failed',
};
