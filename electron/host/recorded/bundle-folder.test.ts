import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRecordedHost } from './recorded-host.ts';
import { bundleFixture } from './testing/bundle-fixture.ts';

const fixture = bundleFixture();
const { paths } = fixture;

describe('a bundle folder', () => {
  it('lists the sum of every other file, and has nothing else', async () => {
    await fixture.write();
    const sums = (await readFile(join(paths.bundle, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
    const listed = sums.map((line) => line.slice(66)).toSorted();
    const answers = (await readdir(join(paths.bundle, 'answers'))).map((name) => `answers/${name}`);
    expect(listed).toEqual([...answers, 'bundle.json'].toSorted());
    for (const line of sums) {
      const hash = createHash('sha256')
        .update(await readFile(join(paths.bundle, line.slice(66))))
        .digest('hex');
      expect(line.slice(0, 64)).toBe(hash);
    }
    expect(await readdir(join(paths.folder, 'new'))).toEqual(['bundle']);
  });

  it('is not written over anything', async () => {
    await mkdir(paths.bundle, { recursive: true });
    await writeFile(join(paths.bundle, 'mine'), 'kept');
    await expect(fixture.write()).rejects.toMatchObject({ code: 'badArguments' });
    expect(await readdir(join(paths.folder, 'new'))).toEqual(['bundle']);
    expect(await readFile(join(paths.bundle, 'mine'), 'utf8')).toBe('kept');
  });

  it('is not written below a file, and says so', async () => {
    await writeFile(join(paths.folder, 'new'), '');
    await expect(fixture.write()).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(paths.bundle),
    });
  });

  it('opens without SHA256SUMS, and warns', async () => {
    await fixture.write();
    await rm(join(paths.bundle, 'SHA256SUMS'));
    expect((await openRecordedHost(paths.bundle)).warnings).toEqual([expect.stringContaining('SHA256SUMS')]);
  });
});

const anAnswer = async () => {
  const [name] = await readdir(join(paths.bundle, 'answers'));
  return join(paths.bundle, 'answers', name!);
};

/** Changes what a recorded handshake holds. */
async function spoilHandshake(change: object): Promise<void> {
  const name = (await readdir(join(paths.bundle, 'answers'))).find((each) => each.endsWith('.tls.json'))!;
  const path = join(paths.bundle, 'answers', name);
  await writeFile(path, JSON.stringify({ ...(JSON.parse(await readFile(path, 'utf8')) as object), ...change }));
  await rm(join(paths.bundle, 'SHA256SUMS'));
}

describe('a bundle is refused', () => {
  const hostile: [string, () => Promise<unknown>, RegExp][] = [
    ['when a file was changed', async () => writeFile(await anAnswer(), 'x'), /is not what it was/],
    ['when a file is missing', async () => rm(await anAnswer()), /is listed in SHA256SUMS and missing/],
    ['when a file came in between', async () => writeFile(join(paths.bundle, 'extra'), ''), /"extra" is not listed/],
    ['when it holds a link', async () => symlink('/etc/passwd', join(paths.bundle, 'answers', 'link')), /is a link/],
    ['when it holds a linked folder', async () => symlink('/', join(paths.bundle, 'link')), /is a link/],
    ['when a name has a backslash', async () => writeFile(join(paths.bundle, '..\\evil'), ''), /is not portable/],
    ['when a name has a drive', async () => writeFile(join(paths.bundle, 'C:evil'), ''), /is not portable/],
    [
      'when two names are one on Windows',
      async () => writeFile(join(paths.bundle, 'BUNDLE.JSON'), ''),
      /is there twice/,
    ],
    ['when a name is a device', async () => writeFile(join(paths.bundle, 'CON'), ''), /is not portable/],
    [
      'when a name is a device with an ending',
      async () => writeFile(join(paths.bundle, 'com1.log'), ''),
      /is not portable/,
    ],
    ['when a name ends in a dot', async () => writeFile(join(paths.bundle, 'x.'), ''), /is not portable/],
    ['when a name has a stream', async () => writeFile(join(paths.bundle, 'bundle.json:x'), ''), /is not portable/],
    [
      'when SHA256SUMS lists a file twice',
      async () => {
        const sums = join(paths.bundle, 'SHA256SUMS');
        await writeFile(sums, (await readFile(sums, 'utf8')).repeat(2));
      },
      /twice/,
    ],
    [
      'when its list is nested without end',
      async () => {
        await fixture.change(() => undefined);
        await writeFile(join(paths.bundle, 'bundle.json'), '['.repeat(5_000_000));
      },
      /bundle\.json cannot be read/,
    ],
    [
      'when an answer is nested without end',
      async () => {
        await fixture.change(() => undefined);
        const path = join(paths.bundle, 'bundle.json');
        const answers = `"answers":[${'['.repeat(100_000)}${']'.repeat(100_000)},`;
        await writeFile(path, (await readFile(path, 'utf8')).replace('"answers":[', answers));
      },
      /cannot be read/,
    ],
    ['when a certificate is none', () => spoilHandshake({ chain: ['not base64!'] }), /cannot be read \(chain/],
    ['when a sum is no sum', async () => writeFile(join(paths.bundle, 'SHA256SUMS'), 'x'), /no sum/],
    ['when it is from a newer version', () => fixture.change((b) => ({ ...b, version: 2 })), /newer version/],
    ['when a time is none', () => fixture.change((b) => ({ ...b, createdAt: 'x' })), /createdAt: no ISO-8601 time/],
    [
      'when a handshake is none',
      () =>
        fixture.change((b) => ({
          ...b,
          answers: b.answers.map((a) => (a.kind === 'tls' ? { ...a, result: 'bundle.json' } : a)),
        })),
      /bundle\.json cannot be read \(outcome/,
    ],
    ['when it is something else', () => fixture.change((b) => ({ ...b, format: 'x' })), /"x", and no evidence/],
    [
      'when it has no list',
      () => fixture.change((b) => ({ ...b, answers: 'x' })),
      /bundle\.json cannot be read \(answers/,
    ],
    [
      'when its list is no JSON',
      async () => {
        await fixture.change(() => undefined);
        await writeFile(join(paths.bundle, 'bundle.json'), '{');
      },
      /cannot be read/,
    ],
    [
      'when there is no list',
      async () => {
        await fixture.change(() => undefined);
        await rename(join(paths.bundle, 'bundle.json'), join(paths.bundle, 'b'));
      },
      /no file "bundle\.json"/,
    ],
    ...['../../outside', '/etc/passwd', 'C:\\x', 'answers', 'answers/../../outside'].map(
      (path): (typeof hostile)[number] => [
        `when an answer points to ${path}`,
        async () => {
          await writeFile(join(paths.folder, 'outside'), 'secret');
          await fixture.change(({ answers }) => {
            for (const answer of answers) if (answer.kind === 'command') answer.stdout = path;
          });
        },
        /which is not in it/,
      ],
    ),
  ];

  it.each(hostile)('%s', async (_when, spoil, reason) => {
    await fixture.write();
    await spoil();
    await expect(openRecordedHost(paths.bundle)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(reason),
    });
  });

  it('when there is none, or only a file', async () => {
    await expect(openRecordedHost(paths.bundle)).rejects.toMatchObject({ code: 'notFound' });
    await writeFile(join(paths.folder, 'file'), '');
    await expect(openRecordedHost(join(paths.folder, 'file'))).rejects.toMatchObject({ code: 'refused' });
  });
});
