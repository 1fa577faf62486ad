import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Built before the tests. */
const built = fileURLToPath(new URL('../../../out/psdoctor', import.meta.url));

/** Variables of a host that nothing answers for. */
export const unreachable = {
  ansible_connection: 'ssh',
  ansible_host: '127.0.0.1',
  ansible_port: 1,
  doctor_engine: 'local',
};

export interface PracticeHost {
  /** As Ansible calls it. */
  name: string;
  fqdn: string;
  scenario: string;
  /** Further variables of its own. */
  vars?: Record<string, unknown>;
}

/** So many servers of each scenario, named in this order. */
export function practiceHosts(counts: readonly (readonly [scenario: string, many: number])[]): PracticeHost[] {
  const scenarios = counts.flatMap(([scenario, many]) => Array<string>(many).fill(scenario));
  return scenarios.map((scenario, index) => {
    const name = `ps${String(index + 1).padStart(2, '0')}`;
    return { name, fqdn: `${name.toUpperCase()}.corp.example`, scenario };
  });
}

/** Writes an inventory whose hosts are practice servers, each kept in a folder of its own. @returns its path */
export async function writeInventory(folder: string, hosts: readonly PracticeHost[]): Promise<string> {
  // A copy: what is built anew meanwhile takes the place of the folder that these runs load from.
  const copy = join(folder, 'psdoctor');
  await cp(built, copy, { recursive: true });
  const command = [process.execPath, join(copy, 'psdoctor.js')];
  const inventory = {
    package_servers: {
      hosts: Object.fromEntries(
        hosts.map(({ name, fqdn, scenario, vars }) => {
          const place = join(folder, 'hosts', name);
          return [
            name,
            {
              doctor_target: ['--target', `practice:${scenario}@${fqdn}`, '--practice', join(place, 'server')],
              doctor_data: ['--data', join(place, 'data')],
              doctor_work: join(place, 'work'),
              ...vars,
            },
          ];
        }),
      ),
      vars: { ansible_connection: 'local', doctor_command: command, doctor_fleet_command: command },
    },
  };
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'inventory.json');
  await writeFile(path, JSON.stringify(inventory, null, 2));
  return path;
}
