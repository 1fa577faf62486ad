import { UserError } from '../app/user-error.ts';
import type { Host } from '../host/host.ts';
import { laterParameters } from './netsh-arguments.ts';

/** What this server's netsh can do. */
export interface NetshSupport {
  /** `netsh http update sslcert` is there. */
  update: boolean;
  /** The later parameters that its own help lists. */
  parameters: readonly string[];
}

/** The first build with `netsh http update sslcert` (repairs.md, rule 2): Server 2019, not 2016. */
const firstBuildWithUpdate = 15063;

/**
 * Asks netsh for its own help: parameter names are not translated, and a
 * parameter that a build does not know can make `add` create nothing. `update`
 * is used only where the build and the help both have it.
 *
 * @throws UserError refused when it gives no help
 */
export async function readNetshSupport(host: Host, build: number): Promise<NetshSupport> {
  const help = async (verb: 'add' | 'update'): Promise<string> => {
    const answer = await host.run({
      name: `netsh.http.${verb}.sslcert.help`,
      tool: 'netsh',
      args: ['http', verb, 'sslcert', 'help'],
      timeoutMs: 20_000,
      // Help ends with 0 or 1, depending on the build; what counts is what it lists.
      okExitCodes: [0, 1],
    });
    return answer.ok ? answer.stdout.text.toLowerCase() : '';
  };
  const [add, update] = await Promise.all([help('add'), build < firstBuildWithUpdate ? '' : help('update')]);
  if (!add.includes('certhash=')) {
    throw new UserError(
      'refused',
      'netsh does not tell which parameters it knows, so no record can be written safely. Nothing was changed.',
    );
  }
  return {
    update: update.includes('certhash='),
    parameters: laterParameters.filter((name) => add.includes(`${name}=`)),
  };
}
