import { test, type Page } from '@playwright/test';
import { diagnose, launchWithData } from './practice.ts';
import { goTo } from './walk.ts';

type Opened = Awaited<ReturnType<typeof launchWithData>>;

/** One window for the tests of a file, one after the other as a person would: a start of Electron costs seconds. */
export function sharedWizard(): () => Opened {
  let wizard: Opened | undefined;
  test.beforeAll(async () => {
    wizard = await launchWithData();
  });
  test.afterAll(() => wizard?.close());
  return () => wizard!;
}

/** Goes back to Start from wherever the test before this one ended, and diagnoses a practice server anew. */
export async function diagnoseAnew(page: Page, scenario: string): Promise<void> {
  await goTo(page, 'Start');
  await diagnose(page, scenario);
}
