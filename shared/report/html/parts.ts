import { commandLine } from '../../repairs/command-line.ts';
import { scriptOf } from '../../repairs/script-of.ts';
import type { FindingStatus } from '../../model/finding.ts';
import type { Command } from '../../model/repair.ts';
import { markup, type Markup, type Part } from '../markup.ts';
import { statusWords } from '../words.ts';

/** A status by its word, never by its colour alone. */
export const statusTag = (status: FindingStatus): Markup =>
  markup`<span class="status ${status}">${statusWords[status]}</span>`;

/** Each line of a text as a paragraph of its own. */
export const paragraphsOf = (text: string): Markup[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => markup`<p>${line}</p>`);

/** A list, or nothing when there is nothing in it. */
export const list = (items: readonly Part[]): Markup | null =>
  items.length === 0 ? null : markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;

/** A part of the report with its heading; nothing when it has no content. */
export const section = (title: string, id: string, content: Part): Markup =>
  markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}
</section>
`;

/** A table whose head is repeated on each page that it goes on to. */
export const table = (caption: string, heads: readonly string[], rows: readonly (readonly Part[])[]): Markup =>
  markup`<table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>
`;

/** A command as it could be typed, and the script that it carries. */
export function commandBlock(command: Command): Markup {
  const script = scriptOf(command);
  return markup`<pre>${commandLine(command)}</pre>${script !== null && markup`<pre>${script}</pre>`}`;
}
