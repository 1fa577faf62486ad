import { spawn } from 'node:child_process';

/** @param {NodeJS.ProcessEnv} [env] */
export const hasDisplay = (env = process.env) =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/**
 * Runs `work` with a display of our own, on the first free number, and ends it
 * afterwards (and when this process is ended).
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work is given the environment that names the display
 * @returns {Promise<T>}
 */
export async function withOwnDisplay(work) {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const end = () => void xvfb.kill();
  process.once('exit', end);
  try {
    return await work({ ...process.env, DISPLAY: `:${await displayNumber(xvfb)}` });
  } finally {
    process.off('exit', end);
    end();
  }
}

/** @param {import('node:child_process').ChildProcess} xvfb
 * @returns {Promise<string>} */
function displayNumber(xvfb) {
  return new Promise((resolve, reject) => {
    let words = '';
    xvfb.stderr?.setEncoding('utf8').on('data', (text) => (words = (words + text).slice(-2048)));
    xvfb.on('error', (error) => reject(new Error(`Xvfb could not be started: ${error.message}`)));
    xvfb.on('close', () => reject(new Error(`Xvfb ended: ${words.trim()}`)));
    /** @type {import('node:stream').Readable} */ (xvfb.stdio[3]).on('data', (text) => resolve(String(text).trim()));
  });
}
