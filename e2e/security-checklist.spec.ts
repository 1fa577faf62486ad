import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import packageJson from '../package.json' with { type: 'json' };
import { fuses } from '../build/package/fuses.mjs';
import { inRoot } from '../build/paths.mjs';
import { npmDistribution } from '../build/runtime/npm-distribution.mjs';
import { attempt } from './support/attempt.ts';
import { diagnose, launchWithData } from './support/practice.ts';

// Electron's security checklist (electronjs.org: "Security", "Checklist: Security recommendations"), in its order.

let wizard: Awaited<ReturnType<typeof launchWithData>>;
let preferences: Record<string, unknown>;

test.beforeAll(async () => {
  wizard = await launchWithData();
  await expect(wizard.page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  preferences = await wizard.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
});
test.afterAll(() => wizard.close());

/** Our sources of the main process, without tests. */
const mainSources = () =>
  readdirSync(inRoot('electron'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(inRoot('electron'), name), 'utf8'));

test('1 loads only what comes with the program', async () => {
  expect(wizard.page.url()).toMatch(/^app:\/\/psdoctor\//u);
  const loaded = await wizard.page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement & HTMLLinkElement>('[src], link[href]')].map(
      ({ src, href }) => src || href,
    ),
  );
  expect(loaded.length).toBeGreaterThan(1);
  expect(loaded.filter((name) => !name.startsWith('app://psdoctor/'))).toEqual([]);
  for (const url of ['https://example.com/', 'http://127.0.0.1/', 'file:///etc/hostname', 'data:text/plain,x']) {
    expect(await attempt(wizard.page, `fetch(${JSON.stringify(url)})`)).toBe('refused');
  }
});

test('2 has no Node in the page', async () => {
  expect(preferences).toMatchObject({ nodeIntegration: false });
  expect(preferences['nodeIntegrationInWorker']).not.toBe(true);
  expect(preferences['nodeIntegrationInSubFrames']).not.toBe(true);
  const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'setImmediate'];
  for (const name of names)
    expect(await attempt(wizard.page, `typeof globalThis[${JSON.stringify(name)}]`)).toBe('undefined');
});

test('3 isolates the context of the preload', async () => {
  expect(preferences).toMatchObject({ contextIsolation: true });
  // What the page does to its own built-ins is not what the bridge works with.
  expect(
    await attempt(
      wizard.page,
      `(Array.prototype.has = 1, Set.prototype.has = () => true, psdoctor.invoke('shell.open'))`,
    ),
  ).toBe('refused');
  expect(await attempt(wizard.page, 'Reflect.set(psdoctor, "invoke", 1) || typeof psdoctor.invoke')).toBe('function');
  await wizard.page.reload();
});

test('4 sandboxes every process of a page', async () => {
  expect(preferences).toMatchObject({ sandbox: true });
});

test('5 grants no permission but copying', async () => {
  const { page } = wizard;
  expect(await attempt(page, 'navigator.mediaDevices.getUserMedia({ video: true })')).toBe('refused');
  expect(await attempt(page, 'navigator.clipboard.readText()')).toBe('refused');
  expect(await attempt(page, 'Notification.requestPermission()')).toBe('denied');
  expect(await attempt(page, 'new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))')).toBe(
    'refused',
  );
  for (const name of [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'clipboard-read',
    'midi',
    'persistent-storage',
  ]) {
    expect(
      await attempt(page, `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`),
      name,
    ).toBe('denied');
  }
});

test('6 keeps web security on', () => {
  expect(preferences).toMatchObject({ webSecurity: true });
});

test('7 has a content security policy that forbids all but its own files', async () => {
  // The header itself: electron/window/page-files.test.ts.
  const { page } = wizard;
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/u.test(message.text())) violations.push(message.text());
  });
  await page.reload();
  await diagnose(page, 'healthy');
  expect(violations, 'the wizard itself keeps its own policy').toEqual([]);
  expect(await attempt(page, `eval('1')`)).toBe('refused');
  expect(await attempt(page, `new Function('return 1')()`)).toBe('refused');
  const inline = (tag: string, text: string, seen: string) =>
    attempt(
      page,
      `(() => { const e = document.createElement('${tag}'); e.textContent = ${JSON.stringify(text)}; document.head.append(e); return ${seen}; })()`,
    );
  expect(await inline('script', 'globalThis.smuggled = 1', 'typeof smuggled')).not.toBe('number');
  expect(
    await inline('style', 'body { --smuggled: 1 }', `getComputedStyle(document.body).getPropertyValue('--smuggled')`),
  ).toBe('');
  expect(await attempt(page, `document.body.innerHTML = '<b>x</b>'`), 'trusted types').toBe('refused');
});

test('8 runs no insecure content', () => {
  expect(preferences['allowRunningInsecureContent']).not.toBe(true);
});

test('9 turns on no experimental feature', () => {
  expect(preferences['experimentalFeatures']).not.toBe(true);
});

test('10 turns on no feature of Blink', async () => {
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
  expect(await wizard.app.evaluate(({ app }) => app.commandLine.hasSwitch('enable-blink-features'))).toBe(false);
});

test('11 lets no webview open windows', async () => {
  expect(preferences).toMatchObject({ webviewTag: false });
  expect(await attempt(wizard.page, `document.createElement('webview').constructor.name`)).toBe('HTMLElement');
});

test('12 refuses every webview, whatever its options', async () => {
  const prevented = await wizard.app.evaluate(({ BrowserWindow }) => {
    let refused = false;
    BrowserWindow.getAllWindows()[0]?.webContents.emit(
      'will-attach-webview',
      { preventDefault: () => (refused = true) },
      {},
      {},
    );
    return refused;
  });
  expect(prevented).toBe(true);
});

test('13 navigates nowhere', async () => {
  const { page, app } = wizard;
  const before = page.url();
  for (const url of [
    'https://example.com/',
    'file:///etc/hostname',
    'data:text/html,x',
    'javascript:1',
    'app://other/index.html',
    'app://psdoctor.evil/',
  ]) {
    await attempt(page, `location.assign(${JSON.stringify(url)})`);
  }
  await attempt(
    page,
    `(() => { const f = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }); document.body.append(f); })()`,
  );
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  // A frame that was refused keeps the address in words, and shows an error page without an origin.
  const origins = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree.map(({ origin }) => origin),
  );
  expect(origins?.filter((origin) => origin !== 'null')).toEqual(['app://psdoctor']);
});

test('14 opens no window', async () => {
  const { page, app } = wizard;
  for (const url of ['https://example.com/', 'app://psdoctor/index.html', 'about:blank', 'file:///']) {
    expect(await attempt(page, `window.open(${JSON.stringify(url)})`)).toBe('null');
  }
  await attempt(
    page,
    `(() => { const a = Object.assign(document.createElement('a'), { href: 'https://example.com/', target: '_blank' }); document.body.append(a); a.click(); })()`,
  );
  expect(app.windows()).toHaveLength(1);
});

test('15 hands nothing to another program of the desktop', () => {
  expect(
    mainSources().filter((text) => /\bopenExternal\b|\bopenPath\b|\bshell\b[^\n]*from 'electron'/u.test(text)),
  ).toEqual([]);
});

test('16 ships an Electron that is newer than the oldest it runs on', () => {
  const major = (version: string) => Number(/\d+/u.exec(version)?.[0]);
  // Whether it is the current one is looked up before a release (docs/release.md).
  expect(major(packageJson.devDependencies.electron)).toBeGreaterThan(major(npmDistribution.electron));
});

test('17 hears the main frame of its own window alone', async () => {
  const answers = await wizard.app.evaluate(async ({ ipcMain, BrowserWindow }) => {
    type Handler = (event: unknown, args: unknown) => Promise<{ ok: boolean; error?: { code: string } }>;
    const handle = (ipcMain as unknown as Record<string, Map<string, Handler>>)['_invokeHandlers']!.get('state.get')!;
    const sender = BrowserWindow.getAllWindows()[0]!.webContents;
    const { mainFrame } = sender;
    const ask = async (event: object) => (await handle(event, undefined)).error?.code ?? 'answered';
    const foreign = { url: mainFrame.url };
    return {
      own: await ask({ sender, senderFrame: mainFrame }),
      subFrame: await ask({ sender, senderFrame: foreign }),
      goneFrame: await ask({ sender, senderFrame: null }),
      otherWindow: await ask({ sender: { mainFrame }, senderFrame: mainFrame }),
      otherAddress: await ask({
        sender: { ...sender, mainFrame: { url: 'https://example.com/' } },
        senderFrame: { url: 'https://example.com/' },
      }),
    };
  });
  expect(answers).toEqual({
    own: 'answered',
    subFrame: 'notAllowed',
    goneFrame: 'notAllowed',
    otherWindow: 'notAllowed',
    otherAddress: 'notAllowed',
  });
});

test('18 serves its pages by a scheme of its own, and nothing beside them', async () => {
  const { page } = wizard;
  for (const path of [
    '../main/main.js',
    '%2e%2e/main/main.js',
    '..%5cmain%5cmain.js',
    '/etc/hostname',
    'package.json',
    'C:/Windows/win.ini',
  ]) {
    const status = await wizard.app.evaluate(
      async ({ net }, url) => (await net.fetch(url)).status,
      `app://psdoctor/${path}`,
    );
    expect(status, path).toBe(404);
  }
  expect(page.url()).not.toMatch(/^file:/u);
});

test('19 burns every fuse the strict way', () => {
  // Read back from the packaged executable in package.spec.ts.
  expect(fuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('20 gives the page two functions, and no part of Electron', async () => {
  const { page } = wizard;
  expect(await attempt(page, 'Object.keys(psdoctor).sort().join()')).toBe('invoke,subscribe');
  expect(await attempt(page, `psdoctor.invoke('shell.open')`)).toBe('refused');
  expect(await attempt(page, `psdoctor.subscribe('ELECTRON_INTERNAL', () => {})`)).toBe('refused');
  // What a listener is given is the value alone: no event, whose sender could be called.
  expect(
    await attempt(
      page,
      `new Promise((resolve) => { psdoctor.subscribe('session', (...given) => resolve(given.length)); psdoctor.invoke('session.about', { ticket: 'a', engineer: '' }); })`,
    ),
  ).toBe('1');
});

test('a download is denied', async () => {
  const { page, app } = wizard;
  await app.evaluate(({ session, BrowserWindow }) => {
    const seen = ((globalThis as { downloads?: boolean[] }).downloads = [] as boolean[]);
    session.defaultSession.on('will-download', (event) => seen.push(event.defaultPrevented));
    BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('app://psdoctor/index.html');
  });
  await attempt(
    page,
    `document.body.appendChild(Object.assign(document.createElement('a'), { href: 'app://psdoctor/index.html', download: 'x.exe' })).click()`,
  );
  const seen = () => app.evaluate(() => (globalThis as { downloads?: boolean[] }).downloads ?? []);
  await expect.poll(async () => (await seen()).length).toBeGreaterThan(0);
  await page.waitForTimeout(300);
  expect(await seen()).not.toContain(false);
});
