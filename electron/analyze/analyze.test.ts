import { mkdir, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Result } from '../../shared/model/result.ts';
import { exitCodeOfResult } from '../diagnosis/exit-code.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { writeBundle } from '../host/recorded/write-bundle.ts';
import { recording } from '../host/recording.ts';
import { analyzeFiles } from './analyze.ts';
import { agentEvent, sentFiles } from './testing/sent-files.ts';

const { state, send } = sentFiles('stale-binding');
const german = sentFiles('missing-record', 'de-DE');

const status = (result: Result, id: string) => result.findings.find((one) => one.id === id)?.status;
const summary = ({ causes }: Result) => causes.map(({ id, likelihood }) => `${id} ${likelihood}`);
/** Real servers have values in the key itself, so it is shown. */
const httpKey = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';
const pem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\r\n${der.toString('base64').replaceAll(/.{64}/g, '$&\r\n')}\r\n-----END CERTIFICATE-----\r\n`;

describe('analyze', () => {
  it('gives a whole result, in any order of the files', async () => {
    const { listing, config, appcmd, registry } = state.sendable;
    const paths = [
      await send('a.txt', listing),
      await send('b.xml', config),
      await send('c', appcmd),
      await send('d.log', `${httpKey}\r\n${registry}`),
    ];
    const result = await analyzeFiles(paths);
    expect(Result.safeParse(result).error).toBeUndefined();
    expect(result.target).toEqual({ kind: 'files', name: 'a.txt, b.xml, c and d.log', fqdn: null, addresses: [] });
    for (const fact of ['httpSysLive', 'iisConfig', 'iisView', 'httpSysRegistry'] as const) {
      expect(result.facts[fact]?.state, fact).toBe('known');
    }
    expect(status(result, 'httpsys.record')).toBe('pass');
    expect(status(result, 'httpsys.drift')).toBe('pass');
    expect(status(result, 'cert.present')).toBe('notRun');
    expect(exitCodeOfResult(result)).toBe(3);
    const reversed = await analyzeFiles(paths.toReversed());
    expect(reversed.findings).toEqual(result.findings);
    expect(reversed.causes).toEqual(result.causes);
  });

  it('tells what to ask for when something was not sent', async () => {
    const result = await analyzeFiles([await send('config.xml', state.sendable.config)]);
    const finding = result.findings.find(({ id }) => id === 'httpsys.record');
    expect(finding).toMatchObject({ status: 'notRun', reason: 'notRecorded' });
    expect(result.causes[0]?.advice).toContain('netsh http show sslcert');
    expect(result.findings.filter(({ status: one }) => one === 'fail')).toEqual([]);
    expect(summary(result)).toEqual(['undetermined possible']);
  });

  it('reads a German server without a record', async () => {
    const { listing, config } = german.state.sendable;
    const result = await analyzeFiles([await german.send('netsh.txt', listing), await german.send('c.config', config)]);
    expect(status(result, 'httpsys.record')).toBe('fail');
    expect(summary(result)[0]).toBe('missing-record likely');
    expect(exitCodeOfResult(result)).toBe(1);
  });

  it('is judged by the time of the newest file when nothing tells the time, and says so', async () => {
    const paths = [await send('old.xml', state.sendable.config), await send('new.txt', state.sendable.listing)];
    await utimes(paths[0]!, 1_700_000_000, 1_700_000_000);
    await utimes(paths[1]!, 1_750_000_000, 1_750_000_000);
    const result = await analyzeFiles(paths);
    expect(result.startedAt).toBe('2025-06-15T15:06:40.000Z');
    expect(result.notes).toContainEqual(expect.stringContaining('the time of the newest file'));
  });

  it('takes the time from a log when one was sent, whatever the order of its files', async () => {
    const old = await send(
      'agent1.log',
      agentEvent('Sep 20 10:00:00', 'Creating base virtual directory /lm/w3svc/1/ROOT/Altiris.'),
    );
    const newer = await send(
      'agent.log',
      agentEvent('Sep 26 15:37:19', 'Package Server could not access own Web Site using HTTPS'),
    );
    for (const path of [old, newer]) await utimes(path, 1_759_000_000, 1_759_000_000);
    const result = await analyzeFiles([newer, await send('x.txt', state.sendable.listing), old]);
    expect(result.facts.agentLog).toMatchObject({
      state: 'known',
      value: { files: 2, matches: [{ file: 'agent1.log' }, { file: 'agent.log' }] },
    });
    expect(result.startedAt).toBe('2025-09-26T15:37:19.000Z');
    expect(result.notes).toContainEqual(expect.stringContaining('the newest time in what was sent'));
  });

  it('gives for a bundle what its recording gives, at the time of the server', async () => {
    const server = await createPracticeServer({ scenario: 'stale-binding' });
    const host = recording(server.host);
    const live = await startDiagnosis(host).done;
    const path = join(state.folder, 'bundle');
    await writeBundle(host, path, live);
    await writeBundle(host, `${path}.zip`, live);
    await server.dispose();
    for (const sent of [path, `${path}.zip`]) {
      const result = await analyzeFiles([sent, await send('other.txt', german.state.sendable.listing)]);
      expect(result.findings).toEqual(live.findings);
      expect(result.causes).toEqual(live.causes);
      expect(result.target).toMatchObject({ kind: 'files', fqdn: live.target.fqdn });
      expect(result.notes).toContainEqual('other.txt: its httpSysLive is not used, the evidence bundle has it.');
    }
  });
});

describe('the time of files', () => {
  it('is never later than the analysis', async () => {
    const analysed = new Date('2025-07-01T00:00:00.000Z');
    const path = await send('future.txt', state.sendable.listing);
    await utimes(path, 4_000_000_000, 4_000_000_000);
    const result = await analyzeFiles([path], analysed);
    expect(result.startedAt).toBe(analysed.toISOString());
    expect(result.notes).toContainEqual(expect.stringContaining('2025-07-01T00:00:00.000Z, the time of this analysis'));
    expect((await analyzeFiles([path])).startedAt < new Date().toISOString()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('is the analysis for a link that leads to itself', async () => {
    const path = join(state.folder, 'loop');
    await symlink(path, path);
    const result = await analyzeFiles([path], new Date('2025-07-01T00:00:00.000Z'));
    expect(result.startedAt).toBe('2025-07-01T00:00:00.000Z');
    expect(result.notes).toContainEqual(expect.stringContaining('ELOOP'));
  });
});

describe('what came only in part', () => {
  it('judges nothing by a registry export that breaks off', async () => {
    const base = [await send('l.txt', state.sendable.listing), await send('c.config', state.sendable.config)];
    const value = '"SslCertHash"=hex:2f,74';
    const head = 'Windows Registry Editor Version 5.00';
    const whole = [head, '', `[${httpKey}]`, '', `[${httpKey}\\SslBindingInfo\\0.0.0.0:9]`, value, '', ''].join('\r\n');
    expect(status(await analyzeFiles([...base, await send('whole.reg', whole)]), 'httpsys.drift')).not.toBe('notRun');
    for (const end of [whole.indexOf('BindingInfo'), whole.indexOf(value) + 20, whole.indexOf(value) + value.length]) {
      const result = await analyzeFiles([...base, await send('cut.reg', whole.slice(0, end))]);
      expect(status(result, 'httpsys.drift'), whole.slice(0, end)).toBe('notRun');
      expect(result.notes).toContainEqual('cut.reg: the registry export is cut off.');
    }
  });

  it('does not take sites that are in another file for none', async () => {
    const elsewhere = '<sites configSource="sites.config"/>';
    const config = `<configuration><system.applicationHost>${elsewhere}</system.applicationHost></configuration>`;
    const result = await analyzeFiles([await send('c.config', config), await send('l.txt', state.sendable.listing)]);
    expect(result.facts.iisConfig).toMatchObject({ state: 'unknown', reason: 'failed' });
    expect(result.findings.filter(({ id, status: one }) => id.startsWith('iis.') && one === 'fail')).toEqual([]);
  });

  it('passes nothing that the missing part could change: a listing that is cut off', async () => {
    const { listing, config } = state.sendable;
    const cut = listing.subarray(0, listing.lastIndexOf('Certificate Store Name'));
    const result = await analyzeFiles([await send('cut.txt', cut), await send('c.config', config)]);
    expect(result.facts.httpSysLive?.state).toBe('known');
    const ofListing = result.findings.filter(({ evidence }) => evidence.includes('cut.txt'));
    expect(ofListing.length).toBeGreaterThan(3);
    expect(ofListing.filter(({ status: one }) => one === 'pass' || one === 'info')).toEqual([]);
    expect(status(result, 'httpsys.record')).toBe('notRun');
  });

  it('takes nothing for missing that a fragment need not hold', async () => {
    const config = state.sendable.config.toString();
    const sites = config.slice(config.indexOf('<sites>'), config.indexOf('</sites>') + '</sites>'.length);
    const site = sites.slice(sites.indexOf('<site '), sites.indexOf('</site>') + '</site>'.length);
    const of = async (text: string) =>
      analyzeFiles([await send('f.xml', text), await send('l.txt', state.sendable.listing)]);
    expect(status(await of(`Here it is:\r\n> ${sites}\r\nRegards: Bob`), 'httpsys.record')).toBe('pass');
    expect(status(await of(site), 'httpsys.record')).toBe('pass');
    const other = await of(site.replace('id="1"', 'id="2"'));
    expect(other.findings.filter(({ status: one }) => one === 'fail')).toEqual([]);
    expect(status(other, 'iis.httpsBinding')).toBe('notRun');
  });

  it('knows of certificates only what they say of themselves', async () => {
    const { listing, config, certificates } = state.sendable;
    const several = certificates.map(pem).join('some words\r\n');
    const base = [await send('l.txt', listing), await send('c.xml', config)];
    const result = await analyzeFiles([
      ...base,
      await send('all.pem', several),
      await send('one.cer', certificates[0]!),
    ]);
    const items = result.facts.certificates?.state === 'known' ? result.facts.certificates.value.items : [];
    expect(items).toHaveLength(new Set(certificates.map((der) => der.toString('hex'))).size);
    for (const id of ['cert.present', 'cert.privateKey']) expect(status(result, id), id).toBe('notRun');
    expect(summary(result)).toEqual(summary(await analyzeFiles(base)));
  });
});

it.each([
  ['before', '<!-- <configuration> of <site id="9"> -->\r\n', ''],
  ['behind', '', '\r\n<!-- </sites></configuration> of this morning -->\r\n'],
])('a comment with elements %s a configuration does no harm', async (_words, before, behind) => {
  const { facts } = await analyzeFiles([await send('c.xml', `${before}${state.sendable.config.toString()}${behind}`)]);
  expect(facts.iisConfig).toMatchObject({ state: 'known' });
});

describe('what cannot be used is told with the reason', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /it is empty/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]), /it is no text/],
    ['a letter', 'Dear support,\r\nplease find it attached:\r\n', /nothing in it is known/],
    ['an empty list of addresses', 'IP addresses:\r\n-----------------\r\n\r\n', /nothing in it is known/],
    ['a web.config', '<configuration><system.webServer/></configuration>', /not applicationHost\.config/],
    [
      'a web.config that has sites of its own',
      '<configuration><sitecore><sites><site name="shell" id="1"><bindings/></site></sites></sitecore></configuration>',
      /not applicationHost\.config/,
    ],
    ['a map of sites', '<?xml version="1.0"?><sites><site name="x" url="https://x"/></sites>', /not applicationHost/],
    ['a key', '-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n', /private key/],
    [
      'another export',
      'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\X]\r\n',
      /registry export without/,
    ],
    ['a zip of something', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40)]), /no sound zip/],
  ])('%s', async (_words, content, reason) => {
    const result = await analyzeFiles([await send('x', content), await send('c.xml', state.sendable.config)]);
    expect(result.notes).toContainEqual(expect.stringMatching(reason));
    expect(result.facts.iisConfig?.state).toBe('known');
  });

  it('a folder', async () => {
    const folder = join(state.folder, 'folder');
    await mkdir(folder);
    const result = await analyzeFiles([folder]);
    expect(result.notes).toContainEqual(expect.stringMatching(/^folder: not used: it is a folder/));
    expect(exitCodeOfResult(result)).toBe(3);
    expect(result.causes.map(({ id }) => id)).toEqual(['undetermined']);
  });

  it('refused evidence, when there is nothing else', async () => {
    const path = await send('evil.zip', Buffer.from('PK\u0003\u0004'));
    await expect(analyzeFiles([path])).rejects.toMatchObject({ code: 'refused' });
  });

  it('a path that is not there is wrong use', async () => {
    await expect(analyzeFiles([join(state.folder, 'nobody')])).rejects.toMatchObject({ code: 'notFound' });
  });
});
