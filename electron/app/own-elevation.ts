import { elevationProbe } from '../probes/elevation.ts';

/** Whether this process itself runs elevated on Windows; false elsewhere, and where it cannot be told. */
export async function ownElevation(): Promise<boolean> {
  if (process.platform !== 'win32') return false;
  const { createWindowsHost } = await import('../host/windows/windows-host.ts');
  const host = createWindowsHost();
  const fact = await elevationProbe.ask(host, {
    signal: AbortSignal.timeout(elevationProbe.timeoutMs),
    fact: () => Promise.reject(new Error('the elevation probe needs no other fact')),
    once: (_key, work) => work(new AbortController().signal),
  });
  await host.dispose();
  return fact.state === 'known' && fact.value.elevated;
}
