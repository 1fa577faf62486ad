import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';
import { ensureBuilt } from '../ensure-built.mjs';
import { nodeOutput } from '../node-output.mjs';
import { inRoot, root } from '../paths.mjs';
import { playwright } from '../test/runners.mjs';
import { installPackages } from '../test/system.mjs';
import { holds, table } from './figures.mjs';

// `npm run bench [-- --quick] [PART …]`: measures all, or the parts whose names begin so, prints a table, writes
// out/bench/figures.json. With --quick everything runs on small inputs and no time is judged; without, a missed limit
// ends with 1.
const quick = process.argv.includes('--quick');
const folder = inRoot('out', 'bench');
ensureBuilt(['winbox', 'psdoctor']);
await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: folder,
    emptyOutDir: true,
    minify: false,
    // All in one folder: winbox finds its programs by a path from there.
    rolldownOptions: {
      input: { bench: inRoot('build', 'bench', 'bench.ts') },
      output: { ...nodeOutput, chunkFileNames: '[name]-[hash].js' },
    },
  },
});
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');

/** What measures itself in the real Electron, on a display. */
const windowParts = ['start', 'memory'];
const locales = `locales${sep}`;
const all = [
  ...windowParts,
  'size',
  'command-line',
  'diagnosis',
  'many-sites',
  'report',
  'agent-log',
  'evidence-written',
  'evidence-read',
  'evidence-redacted',
  'fleet-written',
  'fleet-read',
];
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const left = mkdtempSync(join(tmpdir(), 'bench-'));
const parts = all.filter((part) => asked.length === 0 || asked.some((name) => part.startsWith(name)));
if (!quick && parts.includes('agent-log')) await findRipgrep();
const figures = [];
for (const part of parts) figures.push(...(await measure(part)));
rmSync(left, { recursive: true, force: true });
process.stdout.write(table(figures));
const file = join(folder, 'figures.json');
writeFileSync(file, `${JSON.stringify({ quick, node: process.version, figures }, null, 2)}\n`);
console.log(`Written to ${file}`);
process.exitCode = quick || figures.every(holds) ? 0 : 1;

/** @param {string} part @returns {Promise<import('./figures.mjs').Figure[]>} */
async function measure(part) {
  // A quick run judges no time and no memory, and the package has its own test: windows are for the others.
  if (windowParts.includes(part)) return quick ? [] : measureWindow(part);
  if (part === 'size') return quick ? [] : measureSize();
  const args = [join(folder, 'bench.js'), part, ...(quick ? ['--quick'] : [])];
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PSD_BENCH_FOLDER: left },
  });
  if (status !== 0) throw new Error(`The benchmark ${part} failed.`);
  return JSON.parse(stdout.toString());
}

/** By the test that holds the figure. @param {string} part @returns {Promise<import('./figures.mjs').Figure[]>} */
async function measureWindow(part) {
  const told = join(left, `${part}.jsonl`);
  const spec = part === 'start' ? 'launch-time.full.spec.ts' : 'memory.full.spec.ts';
  await playwright([spec], { env: { ...process.env, PSD_FULL: '1', PSD_FIGURES: told } });
  if (!existsSync(told)) throw new Error(`The benchmark ${part} failed.`);
  return readFileSync(told, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What the wizard adds to the Electron that it is packed with. @returns {Promise<import('./figures.mjs').Figure[]>} */
async function measureSize() {
  const [{ packageWizard }, { electronRuntime }] = await Promise.all([
    import('../package/wizard.mjs'),
    import('../runtime/index.mjs'),
  ]);
  const { folder: packed } = await packageWizard(join(left, 'wizard'));
  const { distribution } = await electronRuntime();
  // Electron's languages but one are left out of the package: what they take must not hide what the wizard adds.
  const kept = new Set(filesIn(packed).filter((path) => path.startsWith(locales)));
  const whole = megabytesOf(packed, filesIn(packed));
  const bare = megabytesOf(
    distribution,
    filesIn(distribution).filter((path) => !path.startsWith(locales) || kept.has(path)),
  );
  return [
    { name: 'Electron, with the languages of the package', value: bare, unit: 'MB', limit: null },
    { name: 'the packaged wizard', value: whole, unit: 'MB', limit: null },
    { name: 'more than Electron', value: Math.round(100 * (whole - bare)) / 100, unit: 'MB', limit: { atMost: 5 } },
  ];
}

/** The files below a folder, by their paths from there. @param {string} place */
function filesIn(place) {
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(place, join(parentPath, name)));
}

/** @param {string} place @param {readonly string[]} paths */
function megabytesOf(place, paths) {
  const bytes = paths.reduce((sum, path) => sum + statSync(join(place, path)).size, 0);
  return Math.round(bytes / 1e4) / 100;
}

/** The log is measured against it too, where it is there or can be had. */
async function findRipgrep() {
  if (spawnSync('rg', ['--version']).status === 0) return;
  try {
    await installPackages([['ripgrep']]);
  } catch (error) {
    console.error(`Without ripgrep: ${/** @type {Error} */ (error).message}`);
  }
}
