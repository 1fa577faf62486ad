import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { factNames } from '../../shared/model/facts.ts';
import { Fleet } from '../../shared/fleet/fleet.ts';
import { Plan, RepairReport } from '../../shared/model/repair.ts';
import { Result } from '../../shared/model/result.ts';
import { Bundle, TlsResult } from '../host/recorded/bundle.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const documents = {
  result: Result,
  plan: Plan,
  repair: RepairReport,
  evidence: Bundle,
  handshake: TlsResult,
  fleet: Fleet,
};

/** As a reader meets it: what may stand in the file, with lists of its own for what is used often. */
async function schemaOf(name: string, schema: z.ZodType): Promise<string> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', reused: 'ref' });
  const id = `package-server-doctor/${name}`;
  return format(JSON.stringify({ $schema, $id: id, title: id, ...rest }), { parser: 'json', printWidth: 120 });
}

describe('docs/report-format.md', () => {
  // `npx vitest run --config build/vitest.config.ts --update=all electron/report/report-format` writes them anew.
  it.each(Object.entries(documents))(
    'has the schema of the %s document as the product reads it',
    async (name, schema) => {
      await expect(await schemaOf(name, schema)).toMatchFileSnapshot(join(docs, 'schema', `${name}.schema.json`));
    },
  );

  it('names every fact and every field of the documents', async () => {
    const text = await readFile(join(docs, 'report-format.md'), 'utf8');
    const fields = [Result, Plan, RepairReport, Fleet].flatMap((document) => Object.keys(document.shape));
    const more = ['likelihood', 'because', 'against', 'advice', 'summary', 'detail', 'reason', 'evidence', 'kb'];
    const missing = [...factNames, ...fields, ...more].filter((name) => !text.includes(`\`${name}\``));
    expect(missing).toEqual([]);
    for (const name of Object.keys(documents)) expect(text).toContain(`schema/${name}.schema.json`);
  });
});
