import type { Page } from '@playwright/test';

/**
 * Runs code in the page as the page's own would run: in a task of its own, because the driver lifts the content
 * security policy for what runs directly in its call.
 *
 * @param code an expression, whose value may be a promise; what it throws is `refused`
 * @returns its value as text, or `refused`
 */
export const attempt = (page: Page, code: string): Promise<string> =>
  page.evaluate(
    `new Promise((resolve) => setTimeout(() => {
      try {
        Promise.resolve(${code}).then((value) => resolve(String(value)), () => resolve('refused'));
      } catch {
        resolve('refused');
      }
    }))`,
  );
