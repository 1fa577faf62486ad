import { formatEndpoint } from '../../shared/httpsys/endpoint.ts';
import { commandLine } from '../../shared/repairs/command-line.ts';
import { calledByTitle } from '../../shared/repairs/called-by-title.ts';
import { undoOf, undoWords } from '../../shared/repairs/undo-of.ts';
import type { Question } from '../session/repair-part.ts';

/** What a person says yes or no to, in the order of the questions they ask: what, where, what else, what if. */
export function confirmationText({
  plan,
  server,
  endpoint,
  certificate,
  candidates,
  way,
  notTicked,
}: Question): string {
  const chosen = candidates.find(({ thumbprint }) => thumbprint === certificate);
  const sections: [string, readonly string[]][] = [
    ['Not ticked in the list of the console', notTicked],
    [
      way === 'undo' ? 'What is taken back' : 'What is changed',
      plan.steps.map(({ words, command }) => (command === null ? words : `${words}\n    ${commandLine(command)}`)),
    ],
    ['Server', [server]],
    ['Endpoint', endpoint === null ? [] : [formatEndpoint(endpoint)]],
    [
      'Certificate',
      certificate === null
        ? []
        : [
            chosen === undefined
              ? certificate
              : `${chosen.subject}, valid to ${chosen.notAfter.slice(0, 10)}\n    ${certificate}`,
          ],
    ],
    ['Also changed by this', plan.alsoHits],
    ['Still served instead for some clients', plan.stillWins],
    ['Backed up first', plan.backups],
    [way === 'undo' ? 'What stays' : undoWords[undoOf(plan)], plan.cannotBeUndone.map(calledByTitle)],
    // What is taken back is not brought again by itself.
    [
      'When it is not proven',
      way === 'undo' || undoOf(plan) === 'none'
        ? []
        : plan.steps.flatMap(({ undo }) => (undo === null ? [] : [undo.words])),
    ],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  - ${line}`).join('\n')}`)
    .join('\n\n');
}
