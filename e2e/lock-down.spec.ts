import { expect, test } from '@playwright/test';
import { launchWithData } from './support/practice.ts';

test('the page can do nothing but show and ask', async () => {
  const wizard = await launchWithData();
  const { app, page } = wizard;
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/u.test(message.text())) violations.push(message.text());
  });
  await page.reload();
  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  expect(violations, 'the wizard itself keeps its own policy').toEqual([]);
  expect(page.url()).toMatch(/^app:\/\/psdoctor\//u);

  const seen = await page.evaluate(async () => {
    const attempt = async (work: () => unknown) => {
      try {
        return String(await work());
      } catch {
        return 'refused';
      }
    };
    const script = document.createElement('script');
    const style = document.createElement('style');
    style.textContent = 'body { --smuggled: 1 }';
    document.head.append(style);
    return {
      node: [
        typeof (globalThis as Record<string, unknown>)['require'],
        typeof (globalThis as Record<string, unknown>)['process'],
      ],
      bridge: Object.keys((window as unknown as { psdoctor: object }).psdoctor).sort(),
      // Not eval itself: the driver of this test lifts the policy for code that runs directly in its call.
      codeFromText: await attempt(async () => {
        setTimeout('globalThis.made = true');
        await new Promise((resolve) => setTimeout(resolve, 50));
        return (globalThis as Record<string, unknown>)['made'] === undefined ? 'refused' : 'ran';
      }),
      inlineScript: await attempt(() => {
        script.textContent = 'globalThis.smuggled = true';
        document.head.append(script);
        return (globalThis as Record<string, unknown>)['smuggled'] === undefined ? 'refused' : 'ran';
      }),
      inlineStyle: getComputedStyle(document.body).getPropertyValue('--smuggled') === '' ? 'refused' : 'applied',
      request: await attempt(() => fetch('https://example.com/')),
      file: await attempt(() => fetch('file:///etc/hostname')),
      window: window.open('https://example.com/') === null ? 'refused' : 'opened',
      camera: await attempt(() => navigator.mediaDevices?.getUserMedia({ video: true }) ?? 'refused'),
      unknownChannel: await attempt(() =>
        (window as unknown as { psdoctor: { invoke(channel: string): Promise<unknown> } }).psdoctor.invoke(
          'shell.open',
        ),
      ),
    };
  });
  expect(seen).toEqual({
    node: ['undefined', 'undefined'],
    bridge: ['invoke', 'subscribe'],
    codeFromText: 'refused',
    inlineScript: 'refused',
    inlineStyle: 'refused',
    request: 'refused',
    file: 'refused',
    window: 'refused',
    camera: 'refused',
    unknownChannel: 'refused',
  });

  await page.evaluate(() => window.location.assign('https://example.com/'));
  await page.evaluate(() => window.location.assign('file:///etc/hostname'));
  await page.waitForTimeout(300);
  expect(page.url()).toMatch(/^app:\/\/psdoctor\//u);
  expect(app.windows()).toHaveLength(1);

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
  await wizard.close();
});
