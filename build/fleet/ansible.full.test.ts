import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fleet } from '../../shared/fleet/fleet.ts';
import { ansible, whyNoAnsible } from './testing/ansible.ts';
import { practiceHosts, unreachable, writeInventory } from './testing/practice-fleet.ts';

const reason = await whyNoAnsible();

/** What many have, what cannot be repaired on some and can on others, what only looks alike, and sound ones. */
const counts = [
  ['stale-binding', 12],
  ['missing-record', 6],
  ['several-faults', 4],
  ['certificate-expired', 4],
  ['foreign-owner', 3],
  ['stopped-site', 3],
  ['not-elevated', 2],
  // One cause; only a missing link to the key can be made again.
  ['private-key-missing', 1],
  ['private-key-unusable', 1],
  ['private-key-missing', 1],
  ['private-key-unusable', 3],
  ['healthy', 6],
] as const;
const hosts = practiceHosts(counts);
const hostsOf = (scenario: string) => hosts.filter((host) => host.scenario === scenario);

/** The servers on which a play ran psdoctor, by what it printed. */
const touched = (output: string): string[] => {
  // Each batch is a play of its own in the output.
  const [, ...batches] = output.split('PLAY [Repair ');
  const runs = [...batches.join('').matchAll(/TASK \[psdoctor : Run psdoctor\].*\n((?:\w.*\n)*)/gu)].map(
    ([, lines = '']) => lines,
  );
  return [...runs.join('').matchAll(/\[(ps\d+)\]/gu)].map(([, name]) => name!).sort();
};

/** Long lines are broken. */
const flat = (output: string): string => output.replace(/\s+/gu, ' ');

describe.skipIf(reason !== null)(`Ansible with ${hosts.length} practice servers${reason ? `: ${reason}` : ''}`, () => {
  let folder: string;
  let inventory: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'psdoctor-fleet-'));
    inventory = await writeInventory(folder, hosts);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const play = (playbook: string, ...more: string[]) => ansible('ansible-playbook', '-i', inventory, playbook, ...more);
  const list = async () => Fleet.parse(JSON.parse(await readFile(join(folder, 'list.json'), 'utf8')));
  const repair = (cause: string, name: string, ...more: string[]) =>
    play('repair.yml', '-e', `doctor_cause=${cause}`, '-e', `doctor_repair=${name}`, ...more);
  const repairs = () => readdir(join(folder, 'results', 'repairs')).catch((): string[] => []);

  it('diagnoses all of them, and the list says what each has', { timeout: 900_000 }, async () => {
    const { code, output } = await play('diagnose.yml');
    expect(code, output).toBe(0);
    const fleet = await list();
    expect(fleet.counts).toEqual({
      files: 46,
      servers: 46,
      failing: 40,
      incomplete: 0,
      healthy: 6,
      superseded: 0,
      sameRun: 0,
      refused: 0,
      others: 0,
      old: 0,
    });
    const causes = Object.fromEntries(fleet.byCause.map(({ cause, servers }) => [cause, servers]));
    expect(causes).toMatchObject({
      // Twelve of them have nothing else.
      'stale-binding': 19,
      'missing-record': 6,
      'stopped-site': 7,
      'missing-features': 4,
      'certificate-expired': 4,
      'foreign-owner': 3,
      'private-key': 6,
      undetermined: 2,
      healthy: 6,
    });
  });

  it('repairs those with one cause alone, and leaves every other as it was', { timeout: 900_000 }, async () => {
    const before = await list();
    const { code, output } = await repair('stale-binding', 'rebind-certificate');
    expect(code, output).toBe(0);
    const after = await list();
    expect(after.repairs).toEqual([{ repair: 'rebind-certificate', outcome: 'fixed', servers: 12 }]);
    expect(after.counts).toMatchObject({ servers: 46, failing: 28, healthy: 18, superseded: 12 });
    const repaired = new Set(hostsOf('stale-binding').map(({ fqdn }) => fqdn));
    for (const server of after.servers) {
      const earlier = before.servers.find((each) => each.server === server.server)!;
      if (repaired.has(server.server)) {
        expect(server).toMatchObject({ state: 'healthy', causes: [{ id: 'healthy' }] });
        expect(server.before).toMatchObject({ state: 'failing', causes: [{ id: 'stale-binding' }] });
      } else {
        expect(server).toEqual(earlier);
      }
    }
    expect(await readFile(join(folder, 'list.html'), 'utf8')).toMatch(
      /<td><div class="no-wrap">rebind-certificate<\/div><div class="no-wrap">fixed<\/div><\/td>/u,
    );
  });

  it(
    'takes no server again whose repair is newer than its result, and keeps each report',
    { timeout: 300_000 },
    async () => {
      const known = await repairs();
      expect(known).toHaveLength(12);
      const { code, output } = await repair('stale-binding', 'rebind-certificate');
      expect(code, output).toBe(0);
      expect(touched(output)).toEqual([]);
      const names = hostsOf('stale-binding').map(({ name }) => name);
      expect(flat(output)).toContain(
        `Left out, for a repair was tried after their result (diagnose.yml again): ${names.join(', ')}.`,
      );
      expect(await repairs()).toEqual(known);
    },
  );

  it(
    'counts no canary where nothing is needed any more, and lets the next one go alone',
    { timeout: 600_000 },
    async () => {
      const six = hostsOf('missing-record').map(({ name }) => name);
      const place = join(folder, 'hosts', six[0]!);
      const command = [join(folder, 'psdoctor', 'psdoctor.js'), 'repair', 'rebind-certificate', '--yes'];
      const where = [
        '--target',
        'practice:missing-record',
        '--practice',
        join(place, 'server'),
        '--data',
        join(place, 'data'),
      ];
      expect(spawnSync(process.execPath, [...command, ...where]).status).toBe(0);
      const { code, output } = await repair('missing-record', 'rebind-certificate');
      expect(code, output).toBe(0);
      const batches = output
        .split('PLAY [Repair ')
        .slice(1)
        .map((batch) => touched(`PLAY [Repair ${batch}`));
      expect(batches.filter((batch) => batch.length > 0)).toEqual([[six[0]], [six[1]], six.slice(2)]);
      expect(flat(output)).toContain(`Repaired and proven: ${six.slice(1).join(', ')}.`);
      expect(flat(output)).toContain(`Not needed any more: ${six[0]}.`);
      expect(flat(output)).toContain('6 of 46 servers have missing-record as their only cause.');
      expect(flat(output)).toContain('Every server had its turn.');
    },
  );

  it(
    'ends with the canary when it is refused, touches no server after it, and says so',
    { timeout: 300_000 },
    async () => {
      const known = await repairs();
      const before = await list();
      const wrong = JSON.stringify({ doctor_repair_options: ['--endpoint', 'nowhere'] });
      const { code, output } = await repair('stopped-site', 'start-site', '-e', wrong);
      expect(code, output).toBe(2);
      const [canary, ...others] = hostsOf('stopped-site').map(({ name }) => name);
      expect(flat(output)).toContain('start-site ended with 2 and left no report: ');
      expect(flat(output)).toContain(`Not changed: ${others.join(', ')}. To go on without it: -l ''!${canary}''.`);
      expect(touched(output)).toEqual([canary]);
      expect(await repairs()).toEqual(known);
      const after = await list();
      expect(after.servers).toEqual(before.servers);
      // It was made all the same.
      expect(after.readAt > before.readAt).toBe(true);
    },
  );

  it.each([
    ['stale-bindng', 'rebind-certificate', 'There is no such cause. Causes are notification-server, '],
    ['stale-binding', 'restart-agent', 'Repairs of this cause are rebind-certificate, refresh-packages.'],
    ['certificate-expired', 'rebind-certificate', 'No repair mends this cause.'],
  ])('refuses the cause %s with %s before any server is prepared', { timeout: 60_000 }, async (cause, name, words) => {
    const { code, output } = await repair(cause, name);
    expect(code, output).toBe(2);
    expect(flat(output)).toContain('Nothing was done: name the cause and its repair');
    expect(flat(output)).toContain(words);
    expect(output).not.toContain('PLAY [Prepare');
    expect(touched(output)).toEqual([]);
  });

  it('goes on to so many failures as it is allowed, and then ends', { timeout: 300_000 }, async () => {
    const allow = ['-e', 'doctor_stop_after=2', '-e', 'doctor_batch=3'];
    const { code, output } = await repair('private-key', 'repair-private-key', ...allow);
    expect(code, output).toBe(2);
    const six = hosts.filter(({ scenario }) => scenario.startsWith('private-key'));
    // The canary, one batch with two failures, and no further one.
    expect(touched(output)).toEqual(six.slice(0, 4).map(({ name }) => name));
    expect(flat(output)).toContain(`Not repaired: ${six[1]?.name}, ${six[3]?.name}.`);
    expect(flat(output)).toContain(`Not changed: ${six[4]?.name}, ${six[5]?.name}.`);
    const after = (await list()).servers.filter(({ server }) => six.some(({ fqdn }) => fqdn === server));
    expect(after.map((server) => server.repair?.outcome ?? null)).toEqual([
      'fixed',
      'failed',
      'fixed',
      'failed',
      null,
      null,
    ]);
  });
});

describe.skipIf(reason !== null)('the inventory to practise with', () => {
  it('is diagnosed, repaired and listed as it stands', { timeout: 300_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'psdoctor-fleet-'));
    const inventory = join(folder, 'inventory.yml');
    await copyFile(new URL('ansible/inventory.practice.example.yml', import.meta.url), inventory);
    // Where the unpacked zip lies beside it.
    const command = [process.execPath, fileURLToPath(new URL('../../out/psdoctor/psdoctor.js', import.meta.url))];
    const here = JSON.stringify({ doctor_command: command });
    const play = (playbook: string, ...more: string[]) =>
      ansible('ansible-playbook', '-i', inventory, playbook, '-e', here, ...more);
    try {
      const diagnosed = await play('diagnose.yml');
      expect(diagnosed.code, diagnosed.output).toBe(0);
      const named = ['-e', 'doctor_cause=stale-binding', '-e', 'doctor_repair=rebind-certificate'];
      const { code, output } = await play('repair.yml', ...named);
      expect(code, output).toBe(0);
      expect(flat(output)).toContain('2 of 4 servers have stale-binding as their only cause.');
      expect(flat(output)).toContain('Repaired and proven: ps01, ps02.');
      expect(flat(output)).toContain('Every server had its turn.');
      const list = Fleet.parse(JSON.parse(await readFile(join(folder, 'list.json'), 'utf8')));
      expect(list.counts).toMatchObject({ servers: 4, failing: 1, healthy: 3 });
      expect(list.repairs).toEqual([{ repair: 'rebind-certificate', outcome: 'fixed', servers: 2 }]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe.skipIf(reason !== null)('Ansible with a server that is not reached', () => {
  it('makes the list of the others, also with -l, and names it', { timeout: 300_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'psdoctor-fleet-'));
    const [sound, lost] = practiceHosts([['stale-binding', 2]]);
    const inventory = await writeInventory(folder, [sound!, { ...lost!, vars: unreachable }]);
    const play = (playbook: string, ...more: string[]) =>
      ansible('ansible-playbook', '-i', inventory, playbook, '-l', 'ps0*', ...more);
    try {
      const named = ['-e', 'doctor_cause=stale-binding', '-e', 'doctor_repair=rebind-certificate'];
      const early = await play('repair.yml', ...named);
      expect(early.code, early.output).toBe(2);
      expect(flat(early.output)).toContain('None of these servers has a result');
      const { code, output } = await play('diagnose.yml');
      expect(code, output).toBe(2);
      expect(flat(output)).toContain("msg: 'No new result of this server. The server was not reached: ");
      const { servers } = Fleet.parse(JSON.parse(await readFile(join(folder, 'list.json'), 'utf8')));
      expect(servers.map(({ server }) => server)).toEqual([sound!.fqdn]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('says that psdoctor is not there before any server is asked', { timeout: 60_000 }, async () => {
    const { code, output } = await ansible('ansible-playbook', '-i', 'inventory.example.yml', 'diagnose.yml');
    expect(code, output).toBe(2);
    expect(flat(output)).toContain('Nothing was done: there is no node.exe in');
    expect(output).not.toContain('UNREACHABLE');
  });
});

describe.skipIf(reason !== null)('the playbooks for Windows', () => {
  it.each(['diagnose.yml', 'repair.yml'])('%s is understood', async (playbook) => {
    const { code, output } = await ansible(
      'ansible-playbook',
      '--syntax-check',
      '-i',
      'inventory.example.yml',
      playbook,
    );
    expect(code, output).toBe(0);
  });

  it('names modules and options that ansible.windows has', async () => {
    for (const task of ['prepare-windows.yml', 'run-windows.yml']) {
      const text = await readFile(new URL(`ansible/roles/psdoctor/tasks/${task}`, import.meta.url), 'utf8');
      for (const [, module = '', block = ''] of text.matchAll(/^ {2}(ansible\.windows\.\w+):\n((?: {4}.*\n)+)/gmu)) {
        const { output } = await ansible('ansible-doc', '--json', module);
        const { doc } = (JSON.parse(output) as Record<string, { doc: { options: object } }>)[module]!;
        const used = [...block.matchAll(/^ {4}(\w+):/gmu)].map(([, option]) => option!);
        expect(Object.keys(doc.options)).toEqual(expect.arrayContaining(used));
      }
    }
  });
});
