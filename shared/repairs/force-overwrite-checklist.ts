/** One setting of the console, by its exact name. */
export interface ConsoleSetting {
  id: string;
  action: 'select' | 'unselect' | 'enter' | 'enable';
  /** The name as the console shows it. */
  name: string;
  /** What goes in, or when it applies. */
  note?: string;
}

/** The console shows one of two layouts, depending on its version. */
export interface ConsoleLayout {
  id: 'certificates-rollout' | 'web-configuration';
  /** The name of the section. */
  name: string;
  settings: readonly ConsoleSetting[];
}

/** Where the settings are (KB172128): from the menu of the SMP console to the server. */
export const consolePath = [
  'Settings',
  'Notification Server',
  'Site Server Settings',
  'Site Servers',
  'the server that is repaired',
] as const;

/** To be chosen for the server before the settings below can be changed (KB172128). */
const consoleOverride = 'Override the global settings by custom settings';

const port: ConsoleSetting = { id: 'port', action: 'enter', name: 'Use port', note: '443' };
const force: ConsoleSetting = { id: 'force', action: 'select', name: 'Force overwrite HTTPS binding' };
const master: ConsoleSetting = { id: 'master', action: 'select', name: 'Use master certificate' };
const noCem: ConsoleSetting = {
  id: 'no-cem',
  action: 'unselect',
  name: 'Install CEM certificate',
  note: 'when there are no CEM site servers',
};
const enable: ConsoleSetting = { id: 'enable', action: 'enable', name: 'the policy' };

/** Both layouts of KB172128, in the order of the article. */
export const consoleLayouts: readonly ConsoleLayout[] = [
  {
    id: 'certificates-rollout',
    name: 'Certificates Rollout',
    settings: [
      { id: 'intranet', action: 'select', name: 'Install intranet certificate' },
      port,
      force,
      master,
      noCem,
      enable,
    ],
  },
  {
    id: 'web-configuration',
    name: 'Web Configuration',
    settings: [
      {
        id: 'configure',
        action: 'select',
        name: 'Configure HTTPS binding',
        note: 'under "Configure HTTPS on site servers"',
      },
      port,
      force,
      { id: 'install', action: 'select', name: 'Install certificate' },
      master,
      noCem,
      enable,
    ],
  },
];

const verbs: Record<ConsoleSetting['action'], string> = {
  select: 'select',
  unselect: 'unselect',
  enter: 'set',
  enable: 'enable',
};

/** One setting as an instruction: `unselect "Install CEM certificate" (when there are no CEM site servers)`. */
export function settingWords({ action, name, note }: ConsoleSetting): string {
  if (action === 'enable') return `${verbs[action]} ${name}`;
  if (action === 'enter') return `${verbs[action]} "${name}" to ${note}`;
  return `${verbs[action]} "${name}"${note === undefined ? '' : ` (${note})`}`;
}

/** What is ticked in one layout, in its order: the settings, and before them what makes them changeable. */
export const checklistItems = ({ settings }: ConsoleLayout): { id: string; words: string }[] => [
  { id: 'override', words: `choose "${consoleOverride}"` },
  ...settings.map((setting) => ({ id: setting.id, words: settingWords(setting) })),
];

/** The layout that a person has chosen; the first where nobody has. */
export const layoutOf = (id: string | null): ConsoleLayout =>
  consoleLayouts.find((layout) => layout.id === id) ?? consoleLayouts[0]!;

/** What is not ticked of the layout that a person has chosen, in words. */
export const notTicked = ({ layout, ticked }: { layout: string | null; ticked: readonly string[] }): string[] =>
  checklistItems(layoutOf(layout))
    .filter(({ id }) => !ticked.includes(id))
    .map(({ words }) => words);

/** The whole as one instruction, for a plan, a journal or a ticket. */
export function consoleInstruction(): string {
  const layouts = consoleLayouts.map(
    ({ name, settings }) => `under "${name}" ${settings.map(settingWords).join(', ')}`,
  );
  return `In the SMP console open ${consolePath.join(' > ')}, choose "${consoleOverride}", then ${layouts.join('; or, where the console has that section instead, ')} (KB172128).`;
}
