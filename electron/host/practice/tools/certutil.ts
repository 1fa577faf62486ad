import { lines, type Tool } from './tool.ts';

/**
 * `certutil -silent -repairstore My THUMBPRINT`: links a certificate to a private
 * key that is there and not linked. Exits 0 for any certificate of the store,
 * whatever came of it; a key that is broken stays so.
 */
export const certutil: Tool = ({ world }, args) => {
  const asked = args.filter((arg) => !arg.startsWith('-'));
  const [store = '', thumbprint = ''] = asked;
  if (!args.some((arg) => arg.toLowerCase() === '-repairstore')) return { exitCode: 0x80070057 };
  if (world.rights === 'filtered') return failed(0x80070005);
  const found = world.certificates.find(
    (one) => one.store.toLowerCase() === store.toLowerCase() && one.hash === thumbprint.toUpperCase(),
  );
  if (found === undefined) return failed(0x80090011);
  if (found.key === 'missing' && found.privateKey !== null) found.key = 'usable';
  return { exitCode: 0, out: lines(`${store} "Personal"`, 'CertUtil: -repairstore command completed successfully.') };
};

const failed = (code: number) => ({
  exitCode: code,
  out: lines(`CertUtil: -repairstore command FAILED: 0x${code.toString(16)}`),
});
