import { firstBuildWithProcessImages } from '../../builds.ts';
import { requestQueues, type RequestQueue } from '../../request-queues.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';

/** `netsh http show servicestate`: who has registered which URL, in the layout of the server's build. */
export function showServiceState(context: ToolContext): ToolOutput {
  const { words } = context.language.netsh;
  const queues = requestQueues(context.world, context.now);
  return {
    exitCode: 0,
    out:
      lines('', `${words.snapshot} `, `${'-'.repeat(53)} `, '') +
      queues.map((queue, index) => session(context, queue, index)).join('') +
      lines(words.queues) +
      queues.map((queue) => requestQueue(context, queue)).join(''),
  };
}

function session({ language }: ToolContext, { name, urls }: RequestQueue, index: number): string {
  const { words } = language.netsh;
  const id = `FF0000002000000${index + 1}`;
  return lines(
    `${words.session}: ${id}`,
    `    ${words.version}: 2.0`,
    `    ${words.state}: ${words.active}`,
    `    ${words.groups}`,
    `    ${words.group}: FE0000002000000${index + 1}`,
    `        ${words.state}: ${words.active}`,
    `        ${queueName(words, name)}`,
    `        ${words.urlCount}: ${urls.length}`,
    `        ${words.urls}`,
    ...urls.map((url) => `            ${url}`),
    '',
  );
}

function requestQueue({ world, language }: ToolContext, { name, urls, pid, image, service }: RequestQueue): string {
  const { words } = language.netsh;
  const newer = world.windows.build >= firstBuildWithProcessImages;
  const processes = newer
    ? [
        `        ${words.processes}`,
        `            ID: ${pid}, ${words.image}: ${image}`,
        ...(service === null ? [] : [`            Services: ${service}`]),
        `        ${words.urls}`,
        ...urls.map((url) => `            ${url}`),
      ]
    : [`        ${words.processIds}`, `            ${pid}`];
  return lines(
    `    ${queueName(words, name)}`,
    `        ${words.version}: 2.0`,
    `        ${words.state}: ${words.active}`,
    `        ${words.processCount}: 1`,
    ...processes,
    '',
  );
}

const queueName = (words: ToolContext['language']['netsh']['words'], name: string | null) =>
  `${words.queue}: ${name ?? words.unnamed}`;
