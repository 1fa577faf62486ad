import { processesOf } from '../processes.ts';
import { lines, type Tool } from './tool.ts';

/** `tasklist [/svc] /fo csv [/nh]`. */
export const tasklist: Tool = ({ world, now }, args) => {
  const asked = args.map((arg) => arg.toLowerCase());
  if (!asked.includes('csv')) return { exitCode: 1, err: lines('ERROR: Invalid argument/option.') };
  const rows = processesOf(world, now).map(({ pid, image, services }) =>
    asked.includes('/svc')
      ? [image, String(pid), services.length === 0 ? 'N/A' : services.join(',')]
      : [image, String(pid), 'Services', '0', '12,345 K'],
  );
  const head = asked.includes('/svc')
    ? ['Image Name', 'PID', 'Services']
    : ['Image Name', 'PID', 'Session Name', 'Session#', 'Mem Usage'];
  const all = asked.includes('/nh') ? rows : [head, ...rows];
  return { exitCode: 0, out: lines(...all.map((row) => row.map((cell) => `"${cell}"`).join(','))) };
};
