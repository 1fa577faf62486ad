import { errorText } from '../../languages/languages.ts';
import { findRecord } from '../../http-sys.ts';
import type { SslRecord } from '../../model/http-sys.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import { sslFields } from './ssl-fields.ts';
import { BadParameter } from './ssl-parameters.ts';
import { endpointTag, parseTags } from './tags.ts';

/** `netsh http show sslcert [ipport=|hostnameport=|ccs=]` in the layout of the server's build. */
export function showSslCert(context: ToolContext, args: readonly string[]): ToolOutput {
  const { world, language } = context;
  const head = lines('', `${language.netsh.title} `, `${'-'.repeat(25)} `);
  const blank = lines(...Array<string>(world.windows.build >= 20348 ? 3 : 1).fill(''));
  try {
    const wanted = endpointTag(parseTags(args));
    if (wanted === undefined) {
      const all = world.httpSys.live.map((record) => render(context, record));
      return { exitCode: 0, out: head + blank + all.join('') };
    }
    const record = findRecord(world.httpSys.live, wanted.endpoint);
    if (record !== undefined) return { exitCode: 0, out: head + blank + render(context, record) };
    return { exitCode: 1, out: head + lines('', errorText(language, 2), '') };
  } catch (error) {
    if (error instanceof BadParameter) return { exitCode: 1, out: lines('', errorText(language, 87), '') };
    throw error;
  }
}

function render({ world, language }: ToolContext, record: SslRecord): string {
  const { build } = world.windows;
  const { labels } = language.netsh;
  const width = build < 17763 ? 23 : 28;
  const line = (label: string, value: string) => lines(`    ${label.padEnd(width)} : ${value}`);
  const fields = sslFields
    .filter(({ since }) => build >= since)
    .map(({ name, value }) => line(labels[name], value(record)));
  const extended = record.extended.map(
    ({ id, values }) =>
      lines(` ${labels.extended}`) +
      line('PropertyId', String(id)) +
      Object.entries(values)
        .map(([name, value]) => line(name, String(value)))
        .join(''),
  );
  // A blank line stands inside a record, too: after each block of extended properties.
  const blocks = extended.length === 0 ? '' : extended.join(lines(''));
  return line(labels[record.kind], record.endpoint) + fields.join('') + blocks + lines('');
}
