import { createInventory } from '../inventory.ts';
import { createRedactor } from '../redactor.ts';

/** A redactor for what these texts tell, of a server with these names. */
export function redactorFor(texts: readonly string[], hosts: readonly string[] = [], thumbprints = false) {
  const collecting = createInventory();
  for (const host of hosts) collecting.seeHost(host);
  for (const text of texts) collecting.see(text);
  return createRedactor(collecting.inventory(), { thumbprints });
}

/** A text of the server PS07 in the domain corp.example, redacted. */
export const redact = (text: string, hosts: string[] = ['ps07.corp.example']): string =>
  redactorFor([text], hosts).text(text);
