import { z } from 'zod';
import type { FleetServer } from './server.ts';

/** Which servers somebody expected in the list, and those of them that it has no result of. */
export const Expected = z.object({
  names: z.int().nonnegative(),
  missing: z.array(z.object({ server: z.string(), words: z.string() })),
});
export type Expected = z.infer<typeof Expected>;

/** The names in a list of servers, each once: one a line; # begins a comment, also behind a name. */
export function namesIn(text: string): string[] {
  const names = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const name = line.replace(/#.*/u, '').trim();
    if (name !== '' && !names.has(key(name))) names.set(key(name), name);
  }
  return [...names.values()];
}

/** A name in DNS has no case, and may end with the dot of the root. */
const key = (name: string): string => name.toLowerCase().replace(/\.$/u, '');
const firstLabel = (name: string): string => name.split('.', 1)[0] ?? name;

/** Which names have no result. A short name means the server whose full name begins with it, when there is one such. */
export function expectedOf(names: readonly string[], servers: readonly FleetServer[]): Expected {
  const known = servers.filter(({ named }) => named).map(({ server }) => key(server));
  const full = new Set(known);
  const byLabel = new Map<string, string[]>();
  for (const name of full) byLabel.set(firstLabel(name), [...(byLabel.get(firstLabel(name)) ?? []), name]);
  const missing = names.flatMap((server) => {
    const name = key(server);
    const meant = name.includes('.') ? [] : (byLabel.get(name) ?? []);
    if (full.has(name) || meant.length === 1) return [];
    const words =
      meant.length === 0
        ? 'no result of it was read'
        : `which one is meant is not told: ${meant.join(', ')} have a result`;
    return [{ server, words }];
  });
  return { names: names.length, missing };
}
