import { spawn } from 'node:child_process';

/** @param {NodeJS.ProcessEnv} [env] */
export const hasDisplay = (env = process.env) =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/**
 * Runs `work` on the display there is or, where there is none, with displays of our own on the first free numbers:
 * windows that share one share its keyboard. They end afterwards, and when this process is ended.
 * @template T
 * @param {number} count
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work is given what names them: `DISPLAY` the first, `PSD_DISPLAYS` all
 * @returns {Promise<T>}
 */
export async function withDisplays(count, work) {
  if (hasDisplay()) return work({});
  const servers = Array.from({ length: count }, startXvfb);
  const end = () => servers.forEach((server) => server.kill());
  process.once('exit', end);
  try {
    const displays = (await Promise.all(servers.map(displayNumber))).map((number) => `:${number}`);
    return await work({ DISPLAY: displays[0], PSD_DISPLAYS: displays.join(' ') });
  } finally {
    process.off('exit', end);
    end();
  }
}

const startXvfb = () =>
  spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });

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
