import { listeningSockets } from '../processes.ts';
import { findService } from '../services.ts';
import { lines, type Tool } from './tool.ts';

/** `netstat -ano`: headings and states are translated, addresses and numbers are not. */
export const netstat: Tool = ({ world, language, now }) => {
  const { title, columns, listening, established } = language.netstat;
  const row = (local: string, foreign: string, state: string, pid: number) =>
    `  TCP    ${local.padEnd(22)} ${foreign.padEnd(22)} ${state.padEnd(15)} ${pid}`;
  const text = (address: string, port: number) => `${address.includes(':') ? `[${address}]` : address}:${port}`;
  const own = world.windows.addresses.find((address) => address.includes('.') && !address.startsWith('127.'));
  const sockets = listeningSockets(world, now).map(({ address, port, pid }) =>
    row(text(address, port), text(address.includes(':') ? '::' : '0.0.0.0', 0), listening, pid),
  );
  return {
    exitCode: 0,
    out: lines(
      '',
      title,
      '',
      columns,
      ...sockets,
      row(`${own}:49812`, '10.20.30.2:443', established, findService(world, 'AeXNSClient')?.pid ?? 0),
      `  UDP    ${'0.0.0.0:123'.padEnd(22)} ${'*:*'.padEnd(22)} ${''.padEnd(15)} 1212`,
    ),
  };
};
