import { UserError } from '../../app/user-error.ts';
import type { BackupContext } from './backup.ts';

/**
 * Exports a key of `HKLM` into the case and says where it lies.
 *
 * @throws UserError failed when reg wrote no file that holds the key; refused as `exportPath`
 */
export async function exportKey({ host, case: kept, run }: BackupContext, key: string, name: string): Promise<string> {
  const path = await host.exportPath(`${kept.id}-${run}-${name}.reg`);
  const answer = await host.run({
    name: `reg.export.${name}`,
    tool: 'reg',
    args: ['export', key, path, '/y', '/reg:64'],
    timeoutMs: 30_000,
  });
  const file = await host.readFile({ name: `file.${name}.reg`, path, timeoutMs: 30_000 });
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.content) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  if (!answer.ok || file.outcome !== 'read' || !content.toString('utf16le').includes(key.slice('HKLM'.length))) {
    const said = answer.exitCode === null ? answer.outcome : `exit code ${answer.exitCode}, file ${file.outcome}`;
    throw new UserError('failed', `reg exported no backup of ${key} (${said}).`);
  }
  return kept.saveBackup(`${run}-${name}.reg`, content);
}
