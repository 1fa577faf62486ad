import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../app/user-error.ts';
import { diskMeaning } from '../../cases/disk-words.ts';
import type { NotedRepairs } from '../../../shared/model/noted-repairs.ts';
import type { Result } from '../../../shared/model/result.ts';
import { printCertificate } from '../printed-certificate.ts';
import type { Evidence, RecordedAnswer } from '../recording.ts';
import type { Bundle, Entry, TlsResult } from './bundle.ts';
import { notedRepairsFile } from './noted-repairs.ts';
import { folderSink, zipSink, type BundleSink } from './bundle-sink.ts';

export interface BundleOptions {
  /** Replaces a zip that is there already; a folder that holds something is never replaced. */
  replace?: boolean;
  /** What the product wrote about itself, redacted. */
  productLog?: string;
  /** What was repaired, where it is known. */
  repairs?: NotedRepairs;
}

/**
 * Writes what was recorded as an evidence bundle (interfaces.md), with the result
 * that was concluded from it: a zip when the path ends in .zip, else a folder. It
 * appears whole, or not at all.
 *
 * @throws UserError when something is there already, or it cannot be written
 */
export async function writeBundle(
  host: Evidence,
  path: string,
  result?: Result,
  options: BundleOptions = {},
): Promise<void> {
  const { replace = false } = options;
  const isZip = /\.zip$/iu.test(path);
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    if (!isZip) await refuseUsed(path);
    else if (!replace) await refuseTaken(path);
    await mkdir(dirname(path), { recursive: true });
    const sink = await (isZip ? zipSink(unfinished) : folderSink(unfinished));
    await writeFiles(host, sink, result, options);
    await sink.close();
    if (!isZip) await rmdir(path).catch(() => undefined);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    if (error instanceof UserError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError('failed', `The evidence could not be written to ${path}: ${diskMeaning(code) ?? message}.`);
  }
}

async function refuseTaken(file: string): Promise<void> {
  const isThere = await lstat(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw new UserError('badArguments', `${file} is there already. Name a file that is not there yet.`);
}

async function refuseUsed(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0)
    throw new UserError('badArguments', `${folder} is not empty. Name a folder that is not there yet.`);
}

async function writeFiles(
  host: Evidence,
  sink: BundleSink,
  result: Result | undefined,
  { productLog, repairs }: BundleOptions,
): Promise<void> {
  const sums: string[] = [];
  const write: BundleSink['write'] = async (path, content) => {
    sums.push(`${await sink.write(path, content)}  ${path}\n`);
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
  if (repairs !== undefined) await writeJson(notedRepairsFile, repairs);
  if (productLog !== undefined) await write('product.log', [Buffer.from(productLog)]);
  await sink.write('SHA256SUMS', [Buffer.from(sums.join(''))]);
}

async function writeAnswer(
  { ...answer }: RecordedAnswer,
  write: BundleSink['write'],
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
        chain: chain.map(printCertificate),
      };
      return { ...rest, result: await writeJson(path('.tls.json'), result) };
    }
    case 'folder':
    case 'host':
      return answer;
  }
}
