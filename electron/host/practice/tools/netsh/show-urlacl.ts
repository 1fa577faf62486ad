import { lines, type ToolContext, type ToolOutput } from '../tool.ts';

/** `netsh http show urlacl`. The names of users are Windows' own words, their SIDs are not. */
export function showUrlAcl({ world, language }: ToolContext): ToolOutput {
  const { words } = language.netsh;
  const blocks = world.httpSys.reservations.map(({ url, users }) => {
    const sddl = `D:${users.map(({ sid }) => `(A;;GX;;;${sid})`).join('')}`;
    return lines(
      `    ${words.reserved.padEnd(23)} : ${url} `,
      ...users.flatMap(({ name }, index) => [
        `        ${words.user}: ${name}`,
        `            ${words.listen}: ${words.yes}`,
        `            ${words.delegate}: ${words.no}`,
        ...(index === users.length - 1 ? [`            SDDL: ${sddl} `] : []),
      ]),
      '',
    );
  });
  return { exitCode: 0, out: lines('', `${words.reservations} `, `${'-'.repeat(17)} `, '') + blocks.join('') };
}
