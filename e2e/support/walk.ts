import { expect, type Page } from '@playwright/test';
import type { Scenario } from '../../shared/model/practice.ts';
import { askPage, diagnose } from './practice.ts';

/** More than the longest path has; a walk that goes in circles ends there. */
const mostRepairs = 8;

/** The practice scenarios, as the start screen has them. */
export async function scenariosOf(page: Page): Promise<Scenario[]> {
  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  return (await askPage(page, 'scenarios.list')) as Scenario[];
}

/** Goes to a step by the rail. */
export async function goTo(page: Page, step: 'Start' | 'Diagnose' | 'Remedy' | 'Prove' | 'Report'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(String.raw`^${step} \(`, 'u') }).click();
}

/**
 * From Start to Report, doing what the wizard leads to and nothing else: as long as the verdict offers a remedy, the
 * step that is called for is applied. The native confirmation has to be answered.
 *
 * @returns the titles of the repairs that were proven, and what the last one came to where it was not
 */
export async function walk(page: Page, scenario: string): Promise<{ repaired: string[]; ended: string | null }> {
  await goTo(page, 'Start');
  await diagnose(page, scenario);
  const repaired: string[] = [];
  let ended: string | null = null;
  while (ended === null && repaired.length < mostRepairs) {
    await goTo(page, 'Diagnose');
    const remedy = page.getByRole('button', { name: 'Show the remedy' });
    if (!(await remedy.isVisible())) break;
    await remedy.click();
    const step = await calledStep(page);
    ended = await applyStep(page);
    if (ended === null) repaired.push(step);
  }
  if (repaired.length > 0) await seeProof(page);
  await seeReport(page, repaired);
  return { repaired, ended };
}

/** The title of the step that the path calls for. */
async function calledStep(page: Page): Promise<string> {
  const called = page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('listitem')
    .filter({ hasText: /(?<!not )needed$/u });
  await expect(called.last()).toBeVisible();
  return (await called.last().innerText()).split('\n')[0]!;
}

/** Applies what is called for; null when it is proven, else the wizard's words for what came of it. */
async function applyStep(page: Page): Promise<string | null> {
  const apply = page.getByRole('button', { name: /^Apply/u });
  const plan = page.getByRole('button', { name: 'Plan this step' });
  const refusal = page.locator('main').getByRole('alert');
  await expect(apply.or(plan).or(refusal).first()).toBeVisible({ timeout: 30_000 });
  // The step that the path calls for plans itself: its button may go while it is pressed.
  if (await plan.isVisible()) await plan.click({ timeout: 3_000 }).catch(() => undefined);
  await expect(apply.or(refusal).first()).toBeVisible({ timeout: 30_000 });
  if (await refusal.isVisible()) return (await refusal.innerText()).trim();
  await apply.click();
  const ended = page.getByRole('button', { name: /^(?:See the proof|Plan again)/u });
  await expect(ended.first()).toBeVisible({ timeout: 60_000 });
  if (await page.getByText('Repaired and proven.').isVisible()) return null;
  return (await page.locator('main').innerText()).match(/(?:The repair failed|Not proven|Done, but)[^.]*/u)?.[0] ?? '?';
}

async function seeProof(page: Page): Promise<void> {
  await goTo(page, 'Prove');
  await expect(page.getByRole('heading', { level: 1, name: 'Prove' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Sound/u }).first()).toBeVisible();
}

async function seeReport(page: Page, repaired: readonly string[]): Promise<void> {
  await goTo(page, 'Report');
  const text = page.getByRole('region', { name: 'Text for the ticket' });
  await expect(text).toContainText(/Cause:|Verdict:/u);
  if (repaired.length > 0) {
    await expect(text).toContainText(
      new RegExp(`Repair: ${repaired.at(-1)!}, [-\\d]+ [:\\d]+ UTC\\. Repaired and proven`, 'u'),
    );
  }
  await expect(page.getByText(/could not be drawn|met an error of its own/u)).toHaveCount(0);
}
