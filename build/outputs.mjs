import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeOutput } from './node-output.mjs';
import { inRoot } from './paths.mjs';

/**
 * @typedef {object} Output
 * @property {string} entry without it there is nothing to build
 * @property {string[]} sources what a change of makes it stale
 * @property {(folder: string) => Promise<void>} build into an empty folder
 *
 * @typedef {'app' | 'psdoctor' | 'winbox'} OutputName
 */

const common = ['shared', 'electron', 'package.json', 'package-lock.json', 'tsconfig.json'];
const recipe = ['outputs.mjs', 'node-output.mjs', 'build.mjs', 'electron.vite.config.ts'].map(
  (name) => `build/${name}`,
);

/** What lies in `out/`, by the name of its folder. @type {Record<OutputName, Output>} */
export const outputs = {
  app: { entry: 'electron/main.ts', sources: [...common, ...recipe, 'renderer'], build: buildApp },
  psdoctor: {
    entry: 'electron/cli.ts',
    sources: [...common, ...recipe],
    build: (folder) => buildNodeProgram('electron/cli.ts', 'psdoctor', folder),
  },
  winbox: {
    entry: 'e2e/winbox/programs-process.ts',
    sources: [...common, ...recipe, 'e2e/winbox'],
    build: (folder) => buildNodeProgram('e2e/winbox/programs-process.ts', 'programs', folder),
  },
};

/**
 * The application as Electron loads it: a package.json, main, preload and
 * renderer, and no node_modules.
 * @param {string} folder
 */
async function buildApp(folder) {
  const [{ resolveConfig }, { build }] = await Promise.all([import('electron-vite'), import('vite')]);
  // electron-vite's own build does the same, one after another.
  const { config } = await resolveConfig(
    {
      configFile: inRoot('build/electron.vite.config.ts'),
      root: inRoot(),
      build: { outDir: folder },
      logLevel: 'warn',
    },
    'build',
    'production',
  );
  await Promise.all([config?.main, config?.preload, config?.renderer].map((part) => build(part)));
  await writePackage(folder, { main: 'main/main.js' });
}

/**
 * A program for plain Node: one entry, and chunks that load when they are needed.
 * @param {string} entry
 * @param {string} name of the entry's file, without .js
 * @param {string} folder
 */
async function buildNodeProgram(entry, name, folder) {
  await buildForNode(entry, name, folder, nodeOutput);
  await writePackage(folder, {});
}

/**
 * A program for plain Node in one file, NAME.mjs, which needs nothing beside it.
 * @param {string} entry
 * @param {string} name
 * @param {string} folder
 */
export const buildOneFile = (entry, name, folder) =>
  buildForNode(entry, name, folder, { entryFileNames: '[name].mjs', codeSplitting: false, strictExecutionOrder: true });

/**
 * @param {string} entry
 * @param {string} name
 * @param {string} folder
 * @param {object} output
 */
async function buildForNode(entry, name, folder, output) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: inRoot(),
    logLevel: 'warn',
    publicDir: false,
    plugins: [noElectron(entry)],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: { [name]: inRoot(entry) },
        output,
      },
    },
  });
}

/** Plain Node has no Electron: an import of it is a mistake that would show only when it is reached.
 * @param {string} entry
 * @returns {import('vite').Plugin} */
const noElectron = (entry) => ({
  name: 'no-electron',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id === 'electron' && !importer?.includes('node_modules')) {
      throw new Error(`${importer} imports electron, and ${entry} reaches it: that program runs on plain Node.`);
    }
  },
});

/** @param {string} folder @param {object} more */
async function writePackage(folder, more) {
  const { name, version } = (await import('../package.json', { with: { type: 'json' } })).default;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version, type: 'module', ...more }, null, 2)}\n`,
  );
}

/** @param {OutputName} name */
export const canBuild = (name) => existsSync(inRoot(outputs[name].entry));
