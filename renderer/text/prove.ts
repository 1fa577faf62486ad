import { shortThumbprint } from '../../shared/httpsys/thumbprint.ts';
import { lowerFirst } from '../../shared/report/words.ts';
import type { HandshakeAttempt } from '../../shared/model/facts/tls.ts';
import { outcomeWords as handshakeWords } from '../../shared/map/words.ts';

export const proveWords = {
  title: 'Prove',
  lead: 'Everything was asked again after the change. Left what it was, right what it is.',
  again: 'Check again',
  findings: 'Findings',
  findingsAside: (unchanged: number) => (unchanged === 0 ? '' : `${unchanged} others are as they were`),
  sameFindings: 'No check came out otherwise.',
  handshakes: 'Handshakes',
  handshakesAside: 'real TLS connections to this server, made by the wizard',
  check: 'Check',
  connection: 'Connection',
  before: 'Before',
  after: 'After',
  notAsked: 'not asked',
  noName: 'no name sent',
  asName: (name: string) => `as ${name}`,
  request: (status: number) => `HTTPS request answered ${status}`,
  remains: 'What the server cannot tell here',
  remainsText:
    'Whether the agent has published its HTTPS codebases: no source on this server that is documented says it. Refresh them and look: Agent UI > Package Server tab > Refresh All Packages; the codebases listed there begin with https (KB172128).',
  evidence: 'Evidence',
  evidenceFor: (summary: string, side: 'before' | 'after') => `Evidence ${side} the repair: ${summary}`,
  leadKept: 'As the case kept it. Left what it was, right what it is.',
  rebootTitle: 'After a reboot',
  rebootSteps: [
    'Restart the package server when the customer allows it.',
    'Open this wizard again: the case waits on the start screen. Its diagnosis says whether the repair survived.',
    'If the error is back, the policy has to force its own binding: Remedy, step "Force overwrite" (KB172128, second remedy).',
  ],
  pending: 'A reboot of this server is pending already:',
  toReport: 'To the report',
  last: (title: string, ending: string) => `${title}: ${lowerFirst(ending)}.`,
  looked: (at: string) => `Looked at ${at}.`,
  caseAt: (id: string) => `Backup and journal lie in case ${id}.`,
};

/** How a connection ended, in a few words. */
export function attemptWords(attempt: HandshakeAttempt | undefined): string {
  if (attempt === undefined) return proveWords.notAsked;
  const { outcome, protocol, thumbprint, http } = attempt;
  if (outcome !== 'completed') return handshakeWords[outcome];
  return [
    thumbprint === null ? handshakeWords.completed : shortThumbprint(thumbprint),
    ...(protocol === null ? [] : [protocol]),
    ...(http === null ? [] : [proveWords.request(http.status)]),
  ].join(' · ');
}
