import { known, unknown, type Fact } from '../../shared/model/fact.ts';
import type { Parsed } from '../../shared/parsers/parsed.ts';
import type { CommandAnswer, CommandQuestion, Host } from '../host/host.ts';
import { deniedReason, failureOf } from './answer-words.ts';
import type { ProbeContext } from './probe.ts';

/** Access denied, as an exit code or as the number in an error text (both the same in every language). */
const isDenied = (answer: CommandAnswer): boolean =>
  answer.outcome === 'accessDenied' ||
  answer.exitCode === 5 ||
  (!answer.ok && /\b80070005\b/u.test(answer.stdout.text + answer.stderr.text));

/** The command as a person would type it; an encoded script is left out. */
const commandOf = ({ tool, args }: Pick<CommandQuestion, 'tool' | 'args'>): string =>
  [tool, ...args.filter((argument) => argument.length < 200)].join(' ');

/** What a command's answer says, or why it says nothing. */
export async function factOfCommand<T>(
  context: ProbeContext,
  question: Pick<CommandQuestion, 'tool' | 'args'>,
  answer: CommandAnswer,
  read: (answer: CommandAnswer) => Parsed<T>,
): Promise<Fact<T>> {
  const command = commandOf(question);
  const evidence = [answer.name];
  if (isDenied(answer)) {
    // The rights are what whoami tells: its own refusal cannot be explained by them.
    const reason = question.tool === 'whoami' ? 'failed' : await deniedReason(context);
    return unknown(reason, `"${command}" was refused: access denied.`, evidence);
  }
  if (answer.outcome !== 'exited' && answer.outcome !== 'accessDenied') {
    const { reason, words } = failureOf(answer.outcome);
    // IIS brings appcmd; that a tool of Windows is not there says nothing of what it would be asked about.
    const ofWindows = answer.outcome === 'notFound' && question.tool !== 'appcmd';
    return unknown(ofWindows ? 'unsupported' : reason, `"${command}" ${words}.`, evidence);
  }
  if (!answer.ok) return unknown('failed', `"${command}" ended with exit code ${answer.exitCode}.`, evidence);
  const result = read(answer);
  if (!result.ok) return unknown('failed', `What "${command}" printed cannot be read: ${result.problem}.`, evidence);
  return known(result.value, evidence);
}

/** Runs one command and reads what it printed; `read` sees answers with an expected exit code only. */
export async function askCommand<T>(
  host: Host,
  context: ProbeContext,
  question: Omit<CommandQuestion, 'signal'>,
  read: (answer: CommandAnswer) => Parsed<T>,
): Promise<Fact<T>> {
  const answer = await host.run({ ...question, signal: context.signal });
  return factOfCommand(context, question, answer, read);
}
