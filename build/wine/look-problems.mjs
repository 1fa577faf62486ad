/**
 * What `host-look.ts` saw that is not as the windows Host needs it; empty when all is.
 * @param {any} look
 * @returns {string[]}
 */
export function problemsOfLook(look) {
  const gone = { exitCode: null, processes: 2, left: 0 };
  const system32 = `${look.systemRoot}\\System32`.toLowerCase();
  const lost = ['reg.exe', 'sc.exe', 'netsh.exe'].filter((name) => !look.system32.includes(name));
  const inherited = ['NODE_OPTIONS', 'HOME', 'npm_config_user_agent'].filter((name) => look.environment.includes(name));
  /** @type {[boolean, string][]} */
  const checks = [
    [look.platform === 'win32', `it ran on ${look.platform}`],
    [same(look.args.got, look.args.given), `arguments came as ${JSON.stringify(look.args.got)}`],
    [same(look.bytes, [0, 255, 128, 13, 10]), `bytes came as ${look.bytes}`],
    [look.large === 5_000_000, `of 5,000,000 bytes came ${look.large}`],
    [look.exitCode === 0x800f081f, `the exit code 0x800F081F came as ${look.exitCode}`],
    [inherited.length === 0, `a program inherited ${inherited}`],
    [look.folder.toLowerCase() === system32, `a program started in ${look.folder}`],
    [same(look.timedOut, { outcome: 'timedOut', ...gone }), `after a time-out: ${JSON.stringify(look.timedOut)}`],
    [same(look.cancelled, { outcome: 'cancelled', ...gone }), `after a cancel: ${JSON.stringify(look.cancelled)}`],
    // Where IIS is, appcmd is; where it is not, no shell may be asked for it.
    [['notFound', 'exited', 'accessDenied'].includes(look.appcmd), `appcmd: ${look.appcmd}`],
    [
      look.noFile === 'notFound' && look.noFolder === 'notFound',
      `what is not there is ${look.noFile}, ${look.noFolder}`,
    ],
    [lost.length === 0, `System32 was listed without ${lost}`],
    [/^[\da-f-]{36}$/u.test(look.identity ?? ''), 'the MachineGuid could not be read'],
    [
      typeof look.describe.fqdn === 'string' && look.describe.bootTime !== null,
      'the server has no name or no boot time',
    ],
  ];
  return checks.flatMap(([holds, words]) => (holds ? [] : [words]));
}

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
/** @param {unknown} value */
const sorted = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).sort() : value;
