import { RepairId } from '../../shared/model/repair-id.ts';
import { parseEndpoint } from '../../shared/httpsys/endpoint.ts';
import { parseThumbprint } from '../../shared/httpsys/thumbprint.ts';
import { UserError } from '../app/user-error.ts';
import type { RepairRequest } from '../repairs/engine.ts';
import { outOfServer } from './output.ts';
import type { TargetFlags } from './target.ts';
import type { Command } from 'commander';

export interface RepairFlags extends TargetFlags {
  endpoint?: string;
  certificate?: string;
  takeOver?: boolean;
  wholeKey?: boolean;
  /** Of `repair`: the plan is applied. */
  yes?: boolean;
  data?: string;
  /** Of `repair`: for each of its diagnoses, in seconds. */
  timeout?: string;
  /** A case to go on with. */
  case?: string;
  json?: boolean;
  out?: string;
}

/** The options that `plan` and `repair` share. @param out how --help tells of `--out` */
export function withRepairOptions(command: Command, out = outOfServer): Command {
  return command
    .argument('<repair>', `one of: ${RepairId.options.join(', ')}`)
    .option('--endpoint <endpoint>', 'the endpoint, as 0.0.0.0:443 or name:443')
    .option('--certificate <thumbprint>', 'the certificate to bind, by its thumbprint')
    .option('--take-over', 'also changes a record that another product wrote')
    .option('--whole-key', 'of remove-legacy-metabase: removes the whole key, when one property alone stays')
    .option('--data <dir>', 'where cases and backups lie')
    .option('--json', 'prints one JSON document')
    .option('--out <file>', out);
}

/**
 * Turns what a person typed into typed values.
 *
 * @throws UserError badArguments
 */
export function repairRequest(repair: string, flags: RepairFlags): RepairRequest {
  const id = RepairId.safeParse(repair);
  if (!id.success) {
    throw new UserError('badArguments', `There is no repair "${repair}". Repairs are: ${RepairId.options.join(', ')}.`);
  }
  return {
    repair: id.data,
    endpoint: parsed('--endpoint', flags.endpoint, parseEndpoint, 'an endpoint such as 0.0.0.0:443'),
    certificate: parsed('--certificate', flags.certificate, parseThumbprint, 'a thumbprint of 40 hex digits'),
    takeOver: flags.takeOver === true,
    ...(flags.wholeKey === true ? { wholeKey: true } : {}),
  };
}

function parsed<T>(
  option: string,
  text: string | undefined,
  parse: (text: string) => T | null,
  expected: string,
): T | null {
  if (text === undefined) return null;
  const value = parse(text);
  if (value === null) throw new UserError('badArguments', `${option} takes ${expected}, not "${text}".`);
  return value;
}
