import type { Command, CommanderError } from 'commander';

/** What is wrong with a command line, in words: what it lacks and which choices there are. */
export function wrongUseWords(command: Command, { code, message }: CommanderError): string {
  const said = message.replace(/^error: /u, '');
  const flag = /'(--?[^ ']+)/u.exec(said)?.[1] ?? '';
  const option = command.options.find(({ long, short }) => flag !== '' && [long, short].includes(flag));
  const value = option?.flags.split(' ').at(-1) ?? '';
  const help = `See ${nameOf(command)} --help.`;
  switch (code) {
    case 'commander.missingArgument': {
      const lacking = command.registeredArguments[command.args.length];
      return `${nameOf(command)} needs <${lacking?.name()}>: ${lacking?.description}. ${help}`;
    }
    case 'commander.optionMissingArgument':
      return `${flag} needs ${value}: ${option?.description}. ${help}`;
    case 'commander.missingMandatoryOptionValue':
      return `${nameOf(command)} needs ${flag} ${value}: ${option?.description}. ${help}`;
    case 'commander.unknownCommand':
      return `${nameOf(command)}: ${oneLine(said)} Commands are: ${visible(command).join(', ')}.`;
    case 'commander.unknownOption':
      return `${nameOf(command)}: ${oneLine(said)} ${whoHas(command, flag) ?? help}`;
    case 'commander.excessArguments':
      return `${nameOf(command)}: ${said} It got: ${command.args.join(' | ')}. A path with spaces stands in quotes. ${help}`;
    default:
      return said;
  }
}

const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${command.parent.name()} ${command.name()}`;

/** With what may have been meant on the same line. */
const oneLine = (said: string): string => said.replace(/(?<!\.)(?:\n|$)/u, '.$&').replace(/\s*\n/gu, ' ');

const visible = (program: Command): string[] =>
  program
    .createHelp()
    .visibleCommands(program)
    .map((each) => each.name());

/** A command's option that stands before the command. */
function whoHas({ parent, commands }: Command, flag: string): string | null {
  const owner = parent === null ? commands.find(({ options }) => options.some(({ long }) => long === flag)) : undefined;
  return owner === undefined ? null : `Options stand behind the command: psdoctor ${owner.name()} ${flag} …`;
}
