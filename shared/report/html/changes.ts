import type { Change, ChangeStep, ReportDocument } from '../document.ts';
import { markup, type Markup } from '../markup.ts';
import { utc } from '../time.ts';
import { outcomeWords, repairTitles } from '../words.ts';
import { commandBlock, list, section } from './parts.ts';

/** What was changed on the server: commands, times, who confirmed, backups, and how each is taken back. */
export function changesSection({ changes, case: kept }: ReportDocument): Markup {
  const where = kept !== null && markup`<p>Case <code>${kept.id}</code>, kept in <code>${kept.folder}</code>.</p>`;
  const content =
    changes.length === 0
      ? markup`<p>Nothing was changed: a diagnosis only reads.</p>`
      : changes.map((change, index) => changeBlock(change, index));
  return section('What was changed', 'changes', [where, content]);
}

/** The commands that take back what still stands, newest first. */
export function undoSection({ changes, case: kept }: ReportDocument): Markup | null {
  if (changes.length === 0) return null;
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
  return section('Undo', 'undo', content);
}

function changeBlock(
  { repair, begunAt, endedAt, outcome, detail, confirmedBy, steps, undoing, backups }: Change,
  index: number,
): Markup {
  return markup`<div class="finding">
<h3>${index + 1}. ${repairTitles[repair]} <code>${repair}</code></h3>
<p>${outcome === null ? 'Not finished: it can be resumed or undone' : outcomeWords[outcome]}. ${detail}</p>
<p class="soft">Begun ${utc(begunAt)}${endedAt !== null && `, ended ${utc(endedAt)}`}. Confirmed by: ${confirmedBy ?? 'not kept'}.</p>
${undoing !== null && markup`<p>Taken back, because: ${undoing}</p>`}
<ol>${steps.map(stepItem)}</ol>
<h4>Backups made before</h4>
${list(backups.map((name) => markup`<code>${name}</code>`)) ?? markup`<p>None is listed.</p>`}
</div>
`;
}

const stepItem = ({ words, command, state, startedAt, endedAt, detail }: ChangeStep): Markup =>
  markup`<li class="keep"><p>${words}: <strong>${state}</strong>${startedAt !== null && markup` <span class="soft">${utc(startedAt)}${endedAt !== null && ` to ${utc(endedAt)}`}</span>`}</p>${command !== null && commandBlock(command)}${detail !== '' && markup`<p class="soft">${detail}</p>`}</li>`;
