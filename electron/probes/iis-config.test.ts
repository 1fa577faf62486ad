import { expect, test } from 'vitest';
import { known } from '../../shared/model/fact.ts';
import { iisConfigProbe } from './iis-config.ts';
import { contextWith, replayHost } from './test-support/replay-host.ts';

const folder = 'C:\\Windows\\System32\\inetsrv\\config';
const config = `${folder}\\applicationHost.config`;
const redirection = `${folder}\\redirection.config`;
const text = (content: string) => ({ chunks: [new TextEncoder().encode(content)] });
const sites = text('<configuration><sites><site name="A" id="1"/></sites></configuration>');
const evidence = ['file.applicationHost.config', 'file.redirection.config'];

const ask = (files: Parameters<typeof replayHost>[0]['files'], context = contextWith()) =>
  iisConfigProbe.ask(replayHost(files === undefined ? {} : { files }), context);

test('the own configuration', async () => {
  const own = { [config]: sites, [redirection]: text('<configuration><configurationRedirection/></configuration>') };
  const fact = await ask(own);
  expect(fact).toEqual(
    known(
      {
        sites: [{ id: 1, name: 'A', autoStart: true, enabledProtocols: ['http'], bindings: [] }],
        applications: [],
        legacyMetabase: [],
        sharedConfiguration: false,
      },
      evidence,
    ),
  );
});

test('a shared configuration is read where it lies, not here', async () => {
  const shared = text('<configuration><configurationRedirection enabled="true" path="\\\\nas\\iis"/></configuration>');
  const files = { [config]: sites, [redirection]: shared };
  expect(await ask(files)).toMatchObject({ state: 'unknown', reason: 'notInstalled', evidence });
  const there = { ...files, '\\\\nas\\iis\\applicationHost.config': text('<configuration/>') };
  expect(await ask(there)).toMatchObject({ state: 'known', value: { sites: [], sharedConfiguration: true } });
});

async function* broken(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('<configuration>');
  throw new Error('the disk went away');
}

test.each([
  ['not there', {}, 'notInstalled'],
  ['access denied', { [config]: { outcome: 'accessDenied' as const } }, 'notElevated'],
  [
    'access to redirection.config denied',
    { [config]: sites, [redirection]: { outcome: 'accessDenied' as const } },
    'notElevated',
  ],
  ['locked', { [config]: { outcome: 'locked' as const } }, 'failed'],
  ['timed out', { [config]: { outcome: 'timedOut' as const } }, 'timedOut'],
  ['malformed', { [config]: text('<configuration><sites></configuration>') }, 'failed'],
  ['broken off', { [config]: { chunks: broken() } }, 'failed'],
])('%s', async (_, files, reason) => {
  expect(await ask(files)).toMatchObject({ state: 'unknown', reason, detail: expect.stringContaining('.config') });
});

test('a denied file is a failure when the rights are there', async () => {
  const elevation = known({ elevated: true, localSystem: false }, []);
  const fact = await ask({ [config]: { outcome: 'accessDenied' } }, contextWith({ elevation }));
  expect(fact).toMatchObject({ reason: 'failed' });
});
