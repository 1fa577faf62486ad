import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../app/user-error.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { RecordedAnswer, RecordingHost } from '../recording.ts';
import type { Bundle, Entry, TlsResult } from './bundle.ts';

/**
 * Writes what was recorded as an evidence bundle (interfaces.md), with the result
 * that was concluded from it. The folder appears whole, or not at all.
 *
 * @throws UserError when something is in the folder already, or it cannot be written
 */
export async function writeBundleFolder(host: RecordingHost, folder: string, result?: Result): Promise<void> {
  const unfinished = join(dirname(folder), `.${basename(folder)}.${randomBytes(6).toString('hex')}.part`);
  try {
    await refuseUsed(folder);
    await mkdir(dirname(folder), { recursive: true });
    await writeBundle(host, unfinished, result);
    await rmdir(folder).catch(() => undefined);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    if (error instanceof UserError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError('failed', `The evidence could not be written to ${folder}: ${code ?? message}.`);
  }
}

async function refuseUsed(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0)
    throw new UserError('badArguments', `${folder} is not empty. Name a folder that is not there yet.`);
}

async function writeBundle(host: RecordingHost, folder: string, result: Result | undefined): Promise<void> {
  await mkdir(join(folder, 'answers'), { recursive: true });
  const sums: string[] = [];
  const write = async (path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> => {
    sums.push(`${await writeHashed(join(folder, path), content)}  ${path}\n`);
    return path;
  };
  const writeJson = (path: string, value: unknown) => write(path, [Buffer.from(`${JSON.stringify(value, null, 2)}\n`)]);

  const answers: Entry[] = [];
  for (const answer of host.answers()) answers.push(await writeAnswer(answer, write, writeJson));
  const described = host.answers().findLast((answer) => answer.kind === 'host');
  const bundle: Bundle = {
    format: 'package-server-doctor/evidence',
    version: 1,
    createdAt: new Date().toISOString(),
    target: {
      kind: host.kind,
      name: host.name,
      fqdn: described?.fqdn ?? null,
      addresses: described?.addresses ?? [],
    },
    answers,
  };
  await writeJson('bundle.json', bundle);
  if (result !== undefined) await writeJson('result.json', result);
  await writeHashed(join(folder, 'SHA256SUMS'), [Buffer.from(sums.join(''))]);
}

async function writeAnswer(
  { ...answer }: RecordedAnswer,
  write: (path: string, content: AsyncIterable<Uint8Array>) => Promise<string>,
  writeJson: (path: string, value: unknown) => Promise<string>,
): Promise<Entry> {
  const path = (suffix: string): string =>
    `answers/${String(answer.seq).padStart(4, '0')}-${answer.name.replace(/[^\w.-]+/gu, '_').slice(0, 80)}${suffix}`;
  switch (answer.kind) {
    case 'command': {
      const { stdout, stderr, ok: _, args, ...rest } = answer;
      return {
        ...rest,
        args: [...args],
        stdout: await write(path('.stdout.txt'), stdout.bytes.read()),
        stderr: await write(path('.stderr.txt'), stderr.bytes.read()),
        encoding: stdout.encoding,
        ...(stderr.encoding === stdout.encoding ? {} : { stderrEncoding: stderr.encoding }),
      };
    }
    case 'file': {
      const { content, ...rest } = answer;
      const extension = /\.[A-Za-z0-9]{1,12}$/u.exec(answer.path)?.[0] ?? '';
      return { ...rest, content: await write(path(extension), content.read()) };
    }
    case 'tls': {
      const { outcome, protocol, chain, http, ...rest } = answer;
      const result: TlsResult = {
        outcome,
        protocol,
        http,
        chain: chain.map((der) => Buffer.from(der).toString('base64')),
      };
      return { ...rest, result: await writeJson(path('.tls.json'), result) };
    }
    case 'folder':
    case 'host':
      return answer;
  }
}

/** Writes a new file and gives the SHA-256 of what was written. */
async function writeHashed(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
