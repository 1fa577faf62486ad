import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { attempt } from './support/attempt.ts';
import { chooseWhereToSave } from './support/dialogs.ts';
import { diagnose, launchWithData } from './support/practice.ts';

/** A proxy that lets nothing through and counts who came. */
async function countingProxy() {
  const came: string[] = [];
  const server: Server = createServer((request, response) => {
    came.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    came.push(request.url ?? '');
    socket.end('HTTP/1.1 502 no\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { came, port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** Everything a page has to reach another computer with. */
const waysOut = [
  `fetch('https://example.com/')`,
  `fetch('http://127.0.0.1:1/')`,
  `new Promise((yes, no) => { const x = new XMLHttpRequest(); x.onload = yes; x.onerror = no; x.open('GET', 'https://example.com/'); x.send(); })`,
  `new Promise((yes, no) => { const w = new WebSocket('wss://example.com/'); w.onopen = yes; w.onerror = no; })`,
  `new Promise((yes, no) => { const e = new EventSource('https://example.com/'); e.onopen = yes; e.onerror = no; })`,
  `new Promise((yes, no) => { const i = new Image(); i.onload = yes; i.onerror = no; i.src = 'https://example.com/x.png'; })`,
  `new Promise((yes, no) => { const l = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://example.com/x.css', onload: yes, onerror: no }); document.head.append(l); })`,
  `import('https://example.com/x.js')`,
  `new Worker('https://example.com/x.js')`,
];
/** These answer nothing a page could see; that nobody came is what counts. */
const silentWays = [
  `navigator.sendBeacon('https://example.com/', 'x')`,
  `['preconnect', 'dns-prefetch', 'prefetch', 'preload'].forEach((rel) => document.head.append(Object.assign(document.createElement('link'), { rel, href: 'https://example.com/', as: 'image' })))`,
  `new RTCPeerConnection({ iceServers: [{ urls: 'stun:example.com' }] }).createOffer({ offerToReceiveAudio: true })`,
  `document.body.append(Object.assign(document.createElement('form'), { action: 'https://example.com/', method: 'post' })) ?? document.forms[0].submit()`,
];

test('no request leaves, whatever the page tries and whatever is done with it', async () => {
  const proxy = await countingProxy();
  const wizard = await launchWithData([`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>']);
  const { app, page } = wizard;

  // What Node opens does not know the proxy: written down where it is opened.
  await app.evaluate(() => {
    const { Socket } = process.getBuiltinModule('node:net');
    const dns = process.getBuiltinModule('node:dns');
    const hosts = ((globalThis as { hosts?: string[] }).hosts = [] as string[]);
    const { connect } = Socket.prototype;
    Socket.prototype.connect = function (this: unknown, ...args: unknown[]) {
      const [options] = (Array.isArray(args[0]) ? args[0] : args) as [{ host?: string; path?: string }];
      if (options.path === undefined) hosts.push(options.host ?? 'localhost');
      return (connect as (...given: unknown[]) => unknown).apply(this, args);
    } as typeof connect;
    const { lookup } = dns;
    dns.lookup = ((name: string, ...rest: unknown[]) => {
      hosts.push(name);
      return (lookup as (...given: unknown[]) => unknown)(name, ...rest);
    }) as typeof lookup;
  });

  await diagnose(page, 'stale-binding');
  // A report as PDF is printed in a session of its own.
  await chooseWhereToSave(app, join(wizard.data, 'report.pdf'));
  const save = `psdoctor.invoke('report.save', { format: 'pdf', redaction: 'names', log: false }).then(({ ok }) => ok)`;
  expect(await attempt(page, save)).toBe('true');
  for (const way of waysOut) expect(await attempt(page, way), way).toBe('refused');
  for (const way of silentWays) await attempt(page, way);
  await page.waitForTimeout(1000);

  expect(proxy.came).toEqual([]);
  const hosts = await app.evaluate(() => (globalThis as { hosts?: string[] }).hosts ?? []);
  expect(hosts.length, 'the handshakes of the diagnosis were seen').toBeGreaterThan(0);
  expect([...new Set(hosts)]).toEqual(['127.0.0.1']);

  // The proxy does count: another session of the same process, to which our rules do not apply.
  await app.evaluate(async ({ session }) => {
    await session
      .fromPartition('control')
      .fetch('http://control.example/')
      .catch(() => undefined);
  });
  expect(proxy.came).toEqual(['http://control.example/']);
  proxy.close();
  await wizard.close();
});
