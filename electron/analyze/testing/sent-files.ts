import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startDiagnosis } from '../../diagnosis/run.ts';
import { readWhole } from '../../host/content.ts';
import { createPracticeServer } from '../../host/practice/practice-server.ts';
import { recording, type RecordingHost } from '../../host/recording.ts';
import { certificatesProbe } from '../../probes/certificates.ts';
import type { Probe } from '../../probes/probe.ts';

const config = 'C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config';

/** What a customer with a practice server would send by hand. */
export interface Sendable {
  listing: Buffer;
  config: Buffer;
  appcmd: Buffer;
  registry: string;
  /** DER of the certificates in the machine's stores. */
  certificates: Buffer[];
}

async function sendable(scenario: string, language: string): Promise<Sendable> {
  const server = await createPracticeServer({ scenario, language });
  const host = recording(server.host);
  const output = async (tool: 'netsh' | 'appcmd' | 'reg', ...args: string[]): Promise<Buffer> =>
    Buffer.from((await host.run({ name: tool, tool, args, timeoutMs: 5000 })).stdout.bytes);
  const file = await host.readFile({ name: 'config', path: config, filter: 'applicationHost', timeoutMs: 5000 });
  const sent = {
    listing: await output('netsh', 'http', 'show', 'sslcert'),
    config: await readWhole(file.content),
    appcmd: await output('appcmd', 'list', 'site', '/xml', '/config'),
    registry: (
      await output('reg', 'query', 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters', '/s', '/reg:64')
    ).toString(),
    certificates: await storedCertificates(host),
  };
  await server.dispose();
  return sent;
}

/** What the product's own script printed of the stores. */
async function storedCertificates(host: RecordingHost): Promise<Buffer[]> {
  await startDiagnosis(host, { probes: [certificatesProbe as Probe] }).done;
  const answer = host.latest('powershell.machine');
  const printed = answer?.kind === 'command' ? (await readWhole(answer.stdout.bytes.read())).toString() : '';
  return [...printed.matchAll(/"rawBase64"\s*:\s*"([^"]+)"/gu)].map(([, der = '']) => Buffer.from(der, 'base64'));
}

/** One event of the agent's log, as KB158750 shows it. */
export const agentEvent = (date: string, text: string) =>
  `<event date='${date}' severity='1' hostName='PS07' source='Package Server Agent' module='AeXNSCPackageServer.dll' process='AeXNSAgent.exe' pid='1' thread='1' tickCount='1' >\r\n<![CDATA[${text}]]>\r\n</event>\r\n`;

/** A folder for the tests of a file, and what a server would have sent; `send` writes a file and tells its path. */
export function sentFiles(scenario: string, language = 'en-US') {
  const state = { folder: '', sendable: {} as Sendable };
  beforeAll(async () => {
    state.folder = await mkdtemp(join(tmpdir(), 'sent-'));
    state.sendable = await sendable(scenario, language);
  });
  afterAll(() => rm(state.folder, { recursive: true, force: true }));
  return {
    state,
    async send(name: string, content: string | Uint8Array): Promise<string> {
      const path = join(state.folder, name);
      await writeFile(path, content);
      return path;
    },
  };
}
