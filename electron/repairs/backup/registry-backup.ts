import { UserError } from '../../app/user-error.ts';
import type { Backup } from './backup.ts';

const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';

/** HTTP.SYS's records as the registry holds them: evidence. Never imported again, for HTTP.SYS must be told through its API. */
export const registryBackup: Backup = {
  words: () => `The registry key ${key}, as a .reg file`,
  async make({ host, case: kept, run }) {
    const exported = host.exportPath(`${kept.id}-${run}-http-parameters.reg`);
    const answer = await host.run({
      name: 'reg.export.http.parameters',
      tool: 'reg',
      args: ['export', key, exported, '/y', '/reg:64'],
      timeoutMs: 30_000,
    });
    const file = await host.readFile({ name: 'file.http.parameters.reg', path: exported, timeoutMs: 30_000 });
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.content) chunks.push(chunk);
    const content = Buffer.concat(chunks);
    if (!answer.ok || file.outcome !== 'read' || !content.toString('utf16le').includes(key.slice('HKLM'.length))) {
      const said = answer.exitCode === null ? answer.outcome : `exit code ${answer.exitCode}, file ${file.outcome}`;
      throw new UserError('failed', `reg exported no backup of ${key} (${said}).`);
    }
    return `The registry key is kept in ${await kept.saveBackup(`${run}-http-parameters.reg`, content)}`;
  },
};
