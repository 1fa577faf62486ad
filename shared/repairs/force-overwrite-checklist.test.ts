import { describe, expect, it } from 'vitest';
import {
  checklistItems,
  consoleInstruction,
  consoleLayouts,
  consolePath,
  layoutOf,
  notTicked,
  settingWords,
} from './force-overwrite-checklist.ts';

describe('the console checklist of force-overwrite', () => {
  it('has both layouts of KB172128, by the exact names and in its order', () => {
    expect(consoleLayouts.map(({ name, settings }) => [name, ...settings.map(settingWords)])).toEqual([
      [
        'Certificates Rollout',
        'select "Install intranet certificate"',
        'set "Use port" to 443',
        'select "Force overwrite HTTPS binding"',
        'select "Use master certificate"',
        'unselect "Install CEM certificate" (when there are no CEM site servers)',
        'enable the policy',
      ],
      [
        'Web Configuration',
        'select "Configure HTTPS binding" (under "Configure HTTPS on site servers")',
        'set "Use port" to 443',
        'select "Force overwrite HTTPS binding"',
        'select "Install certificate"',
        'select "Use master certificate"',
        'unselect "Install CEM certificate" (when there are no CEM site servers)',
        'enable the policy',
      ],
    ]);
  });

  it('gives each item of a layout an id of its own', () => {
    for (const { settings } of consoleLayouts) {
      expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length);
    }
  });

  it('says the whole as one instruction, with the way to the server', () => {
    expect(consoleInstruction()).toContain(consolePath.join(' > '));
    expect(consoleInstruction()).toContain('"Override the global settings by custom settings"');
    expect(consoleInstruction()).toContain('KB172128');
  });
});

it('tells what a person has not ticked, of the layout that they have', () => {
  const all = checklistItems(layoutOf('web-configuration'));
  expect(notTicked({ layout: null, ticked: [] })).toEqual(checklistItems(layoutOf(null)).map(({ words }) => words));
  expect(notTicked({ layout: 'web-configuration', ticked: all.slice(1).map(({ id }) => id) })).toEqual([
    'choose "Override the global settings by custom settings"',
  ]);
  expect(notTicked({ layout: 'web-configuration', ticked: all.map(({ id }) => id) })).toEqual([]);
});
