import { lines, type Tool } from './tool.ts';

/** `whoami /groups /fo csv /nh`: names are translated, SIDs are not. */
export const whoami: Tool = ({ world, language }, args) => {
  const asked = args.map((arg) => arg.toLowerCase());
  if (!asked.includes('/groups')) return { exitCode: 0, out: lines('corp\\support') };
  const { whoami: words } = language;
  const rows: string[][] = [
    [words.everyone, words.wellKnownGroup, 'S-1-1-0', words.enabled],
    [
      words.administrators,
      words.alias,
      'S-1-5-32-544',
      // A filtered token still carries the group, for denying only.
      world.rights === 'filtered' ? words.denyOnly : `${words.enabled}, ${words.owner}`,
    ],
    {
      elevated: [words.highLevel, words.label, 'S-1-16-12288', ''],
      filtered: [words.mediumLevel, words.label, 'S-1-16-8192', ''],
      localSystem: [words.systemLevel, words.label, 'S-1-16-16384', ''],
    }[world.rights],
  ];
  return { exitCode: 0, out: lines(...rows.map((row) => row.map((cell) => `"${cell}"`).join(','))) };
};
