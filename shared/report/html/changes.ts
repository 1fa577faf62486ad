import type { Change, ChangeStep, ReportDocument } from '../document.ts';
import { markup, type Markup } from '../markup.ts';
import { utc } from '../time.ts';
import { toldParts } from '../told-parts.ts';
import { endingWords, repairTitles, stepStateWords, wasLost } from '../words.ts';
import { commandBlock, list, section } from './parts.ts';

/** What was changed on the server: commands, times, who confirmed, backups, and how each is taken back. */
export function changesSection({ changes, changesUnknown, case: kept }: ReportDocument): Markup {
  const where = kept !== null && markup`<p>Case <code>${kept.id}</code>, kept in <code>${kept.folder}</code>.</p>`;
  const unknown = changesUnknown !== null && markup`<p>${changesUnknown}</p>`;
  const nothing =
    changes.length === 0 && changesUnknown === null && markup`<p>Nothing was changed: a diagnosis only reads.</p>`;
  const blocks = changes.map((change, index) => changeBlock(change, index));
  return section('What was changed', 'changes', [where, unknown, nothing, blocks]);
}

/** The commands that take back what still stands, newest first. */
export function undoSection({ changes: all, case: kept }: ReportDocument): Markup | null {
  // A bundle tells no steps, and no command out of one is offered to be typed.
  const changes = all.filter(({ toldBy }) => toldBy === 'journal');
  if (changes.length === 0) return null;
  const lost = changes.filter(({ outcome, afterReboot }) => wasLost(outcome, afterReboot.at(-1) ?? null));
  const standing = changes
    .toReversed()
    .flatMap(({ steps }) => steps.filter(({ state }) => state === 'done').toReversed());
  const one = ({ words, undo, noUndo }: ChangeStep): Markup =>
    undo === null
      ? markup`<li>${words}: ${noUndo ?? 'there is no undo for this.'}</li>`
      : markup`<li>${undo.words}${undo.command !== null && commandBlock(undo.command)}</li>`;
  const content =
    standing.length === 0
      ? markup`<p>Nothing is left to take back.</p>`
      : standing.every(({ undo }) => undo === null)
        ? markup`<p>What was done stands, and cannot be taken back:</p><ul>${standing.map(one)}</ul>`
        : markup`${kept !== null && markup`<p>On the server itself: <code>psdoctor undo ${kept.id}</code>, or the wizard. By hand, in this order:</p>`}<ol>${standing.map(one)}</ol>`;
  const gone =
    lost.length > 0 &&
    markup`<p>${[...new Set(lost.map(({ repair }) => repairTitles[repair]))].join(', ')}: it did not survive the restart of Windows, so the server no longer stands as this repair left it. Look at the server before anything of it is taken back.</p>`;
  return section('Undo', 'undo', [gone, content]);
}

function changeBlock(change: Change, index: number): Markup {
  const { repair, begunAt, endedAt, outcome, detail, confirmedBy, undoing, afterReboot, toldBy } = change;
  const [first = '', ...parts] = toldParts(detail);
  return markup`<div class="finding">
<h3>${index + 1}. ${repairTitles[repair]}</h3>
<p>${endingWords(outcome, afterReboot.at(-1) ?? null)}. ${first}</p>
${parts.map((part) => markup`<p>${part}</p>`)}
${afterReboot.map(lookLine)}
<p class="soft">Begun ${utc(begunAt)}${endedAt !== null && `, ended ${utc(endedAt)}`}. ${toldBy === 'journal' && `Confirmed by: ${confirmedBy ?? 'not kept'}.`}</p>
${undoing !== null && markup`<p>Taken back, because: ${undoing}</p>`}
${toldBy === 'bundle' ? markup`<p class="soft">Told by the bundle, as its case noted it. The steps and the backups lie in the case on the server.</p>` : workOf(change)}
</div>
`;
}

const lookLine = ({ at, survived, detail }: Change['afterReboot'][number]): Markup =>
  markup`<p>After the restart of Windows, looked at ${utc(at)}: ${survived ? detail : ['it has not survived.', ...toldParts(detail)].join(' ')}</p>`;

const workOf = ({ steps, backups }: Change): Markup => markup`<ol>${steps.map(stepItem)}</ol>
<h4>Backups made before</h4>
${list(backups.map((name) => markup`<code>${name}</code>`)) ?? markup`<p>None is listed.</p>`}`;

function stepItem({ words, command, state, startedAt, endedAt, undoneAt, detail, undo }: ChangeStep): Markup {
  const back =
    undoneAt !== null &&
    markup`<p>Taken back ${utc(undoneAt)}: ${undo?.words ?? words}</p>${undo !== null && undo.command !== null && commandBlock(undo.command)}`;
  return markup`<li class="keep"><p>${words}: <strong>${stepStateWords(state)}</strong>${startedAt !== null && markup` <span class="soft">${utc(startedAt)}${endedAt !== null && ` to ${utc(endedAt)}`}</span>`}</p>${command !== null && commandBlock(command)}${detail !== '' && markup`<p class="soft">${detail}</p>`}${back}</li>`;
}
