import { linesBelowHeading, valueAfterLabel } from './netsh-lines.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';

/** Who takes the requests for some URLs from HTTP.SYS. */
export interface RequestQueue {
  /** Such as `DefaultAppPool`; queues without a name have a translated text there. */
  name: string;
  /** `image` is null in the layout of older builds, which show ids alone. */
  processes: { pid: number; image: string | null }[];
  /** As registered: `HTTPS://+:443/`. */
  urls: string[];
}

const url = /^\s*(https?:\/\/\S+)\s*$/iu;
const bareNumber = /^\s*(\d{1,10})\s*$/u;
/** `ID: 3120, image: C:\\Windows\\System32\\svchost.exe`, its words translated. */
const withImage = /^[^\d,\uFF0C]*(\d{1,10})\s*[,\uFF0C][^:\uFF1A]*[:\uFF1A]\s*(\S.*?)\s*$/u;
const longId = /^[0-9A-F]{16}$/iu;
const version = /^\d\.\d$/u;

/**
 * Reads `netsh http show servicestate` by shape, as its labels are translated, in
 * both views and both layouts: a queue begins with its name above its version, a
 * URL group with a long id and the name of its queue two lines below. In the
 * default view the groups stand before the queues and are matched by name; groups
 * of queues without a name cannot be, unless the queue repeats its URLs.
 */
export function parseServiceState(text: string): Parsed<RequestQueue[]> {
  const lines = linesBelowHeading(text);
  if (lines === null) return unreadable('the text is not a whole state of the HTTP service');
  const queues: RequestQueue[] = [];
  /** URLs that stood before any queue, by the name of theirs. */
  const early = new Map<string, string[]>();
  let group: string | null = null;
  for (const [index, line] of lines.entries()) {
    const value = valueAfterLabel(line) ?? '';
    const above = valueAfterLabel(lines[index - 1] ?? '') ?? '';
    const found = url.exec(line)?.[1];
    if (found !== undefined) addUrl(found);
    else if (longId.test(value)) group = valueAfterLabel(lines[index + 2] ?? '');
    else if (version.test(value) && above !== '' && !longId.test(above)) {
      queues.push({ name: above, processes: [], urls: [] });
    } else addProcess(line);
  }

  function addUrl(registered: string): void {
    const queue = queues.at(-1);
    if (queue !== undefined) queue.urls.push(registered);
    else if (group !== null) early.set(group, [...(early.get(group) ?? []), registered]);
  }
  function addProcess(line: string): void {
    const [, pid, image] = bareNumber.exec(line) ?? withImage.exec(line) ?? [];
    if (pid !== undefined) queues.at(-1)?.processes.push({ pid: Number(pid), image: image ?? null });
  }

  const named = (name: string): RequestQueue[] => queues.filter((queue) => queue.name === name);
  for (const [name, urls] of early) {
    const [queue, ...more] = named(name);
    if (queue === undefined) queues.push({ name, processes: [], urls });
    else if (more.length === 0) queue.urls = [...new Set([...queue.urls, ...urls])];
  }
  return parsed(queues);
}
