import { parseWhoamiGroups } from '../../shared/parsers/whoami-groups.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';

const timeoutMs = 10_000;

export const elevationProbe: Probe<'elevation'> = {
  fact: 'elevation',
  title: 'Rights of this process (whoami)',
  timeoutMs,
  ask: (host, context) =>
    askCommand(
      host,
      context,
      { name: 'whoami.groups', tool: 'whoami', args: ['/groups', '/fo', 'csv', '/nh'], timeoutMs },
      (answer) => parseWhoamiGroups(answer.stdout.text),
    ),
};
