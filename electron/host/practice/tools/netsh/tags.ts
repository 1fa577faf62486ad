import type { SslRecord } from '../../model/http-sys.ts';
import { errorText } from '../../languages/languages.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import { BadParameter } from './ssl-parameters.ts';

/** netsh's `name=value` arguments, names in lower case. */
export function parseTags(args: readonly string[]): Map<string, string> {
  return new Map(
    args.map((arg) => {
      const at = arg.indexOf('=');
      return at === -1 ? [arg.toLowerCase(), ''] : [arg.slice(0, at).toLowerCase(), arg.slice(at + 1)];
    }),
  );
}

const selectors = { ipport: 'ip', hostnameport: 'sni', ccs: 'ccs' } as const;

/** The one endpoint that the arguments name; undefined when they name none. */
export function endpointTag(tags: ReadonlyMap<string, string>): Pick<SslRecord, 'kind' | 'endpoint'> | undefined {
  const named = Object.entries(selectors).filter(([tag]) => tags.has(tag));
  const [first] = named;
  if (first === undefined) return undefined;
  const endpoint = tags.get(first[0]) ?? '';
  if (named.length > 1 || !valid(first[1], endpoint)) throw new BadParameter();
  return { kind: first[1], endpoint };
}

function valid(kind: SslRecord['kind'], endpoint: string): boolean {
  const port = /(?:^|:)(\d{1,5})$/u.exec(endpoint)?.[1];
  if (port === undefined || Number(port) < 1 || Number(port) > 65535) return false;
  if (kind === 'ccs') return endpoint === port;
  if (kind === 'sni') return /^[^\s:]+:\d+$/u.test(endpoint) && !/^[\d.]+:/u.test(endpoint);
  return /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\]):\d+$/iu.test(endpoint);
}

/** `SSL Certificate add failed, Error: 183` and Windows' sentence for the number. */
export function failure({ language }: ToolContext, verb: 'add' | 'delete' | 'update', code: number): ToolOutput {
  return {
    exitCode: 1,
    out: lines('', `${language.netsh.failed[verb]} ${code}`, errorText(language, code), ''),
  };
}
