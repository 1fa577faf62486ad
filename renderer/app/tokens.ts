/** The colours of the product, by what they mean. Text on its own soft ground keeps a contrast of 4.5 : 1. */
interface Tokens {
  ground: string;
  card: string;
  sunken: string;
  line: string;
  edge: string;
  ink: string;
  soft: string;
  accent: string;
  onAccent: string;
  accentSoft: string;
  sound: string;
  soundSoft: string;
  broken: string;
  brokenSoft: string;
  warn: string;
  warnSoft: string;
  mark: string;
  onMark: string;
}

export const light: Tokens = {
  ground: '#f4f5f7',
  card: '#ffffff',
  sunken: '#f3f5f7',
  line: '#dfe3e8',
  edge: '#7d8792',
  ink: '#1b1f24',
  soft: '#56606b',
  accent: '#0f5fa8',
  onAccent: '#ffffff',
  accentSoft: '#e6f0fa',
  sound: '#176f3d',
  soundSoft: '#e5f4ea',
  broken: '#b3261e',
  brokenSoft: '#fceceb',
  warn: '#805300',
  warnSoft: '#fdf3df',
  mark: '#ffe7ad',
  onMark: '#1b1f24',
};

export const dark: Tokens = {
  ground: '#1b1e23',
  card: '#23272d',
  sunken: '#1c2026',
  line: '#363d46',
  edge: '#87919d',
  ink: '#e8ebef',
  soft: '#a9b2bc',
  accent: '#7ab8f2',
  onAccent: '#0b2239',
  accentSoft: '#1f354b',
  sound: '#72cf94',
  soundSoft: '#18331f',
  broken: '#ff9a92',
  brokenSoft: '#451f1c',
  warn: '#f0c267',
  warnSoft: '#3b2f15',
  mark: '#5c4813',
  onMark: '#fff4d6',
};

/** The tokens as custom properties, `--ground` and so on. */
export const properties = (tokens: Tokens): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value]));
