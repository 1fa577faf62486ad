import { beforeEach, describe, expect, it } from 'vitest';
import { toolsOn } from '../../testing/tools-on.ts';

let on: Awaited<ReturnType<typeof toolsOn>>;
beforeEach(async () => {
  on = await toolsOn();
});

const dism = (...args: string[]) => on.run('dism', '/online', '/english', ...args);
const enable = (...args: string[]) => dism('/enable-feature', ...args, '/norestart');
const state = (name: string) =>
  new RegExp(String.raw`^${name} +\| (.*)\r$`, 'mu').exec(dism('/get-features', '/format:table').text)?.[1];
const component = (name: string) =>
  on.run('reg', 'query', 'HKLM\\SOFTWARE\\Microsoft\\InetStp\\Components', '/v', name, '/reg:64').exitCode === 0;

describe('dism', () => {
  it('disables what needs a feature with it, and the registry follows', () => {
    expect(dism('/disable-feature', '/featurename:IIS-NetFxExtensibility').exitCode).toBe(0);
    expect([state('IIS-NetFxExtensibility'), state('IIS-ASPNET'), state('IIS-ASP')]).toEqual([
      'Disabled',
      'Disabled',
      'Enabled',
    ]);
    expect([component('ASPNET'), component('ASP')]).toEqual([false, true]);
  });

  it('enables parents with /all alone, and nothing at all when one name fails', () => {
    dism('/disable-feature', '/featurename:IIS-ISAPIExtensions');
    expect(state('IIS-ASP')).toBe('Disabled');
    expect(enable('/featurename:IIS-ASP').exitCode).toBe(50);
    expect(enable('/featurename:IIS-ASP', '/featurename:IIS-Nothing', '/all')).toMatchObject({
      exitCode: 0x800f080c,
      text: expect.stringContaining('Error: 0x800f080c'),
    });
    expect(state('IIS-ASP')).toBe('Disabled');
    expect(enable('/featurename:IIS-ASP', '/all').exitCode).toBe(0);
    expect([state('IIS-ASP'), state('IIS-ISAPIExtensions'), state('IIS-ASPNET')]).toEqual([
      'Enabled',
      'Enabled',
      'Disabled',
    ]);
  });

  it('wants the exact case of a name', () => {
    expect(enable('/featurename:iis-asp').exitCode).toBe(0x800f080c);
  });

  it('needs a source for what is not on the disk', () => {
    dism('/disable-feature', '/featurename:NetFx3');
    on.world.windows.features['NetFx3'] = 'Disabled with Payload Removed';
    expect(enable('/featurename:IIS-ASPNET', '/all').exitCode).toBe(0x800f081f);
    expect(state('NetFx3')).toBe('Disabled with Payload Removed');
    expect(enable('/featurename:IIS-ASPNET', '/all', '/source:D:\\sources\\sxs', '/limitaccess').exitCode).toBe(0);
    expect(state('NetFx3')).toBe('Enabled');
  });

  it('asks for a reboot after the metabase layer, which Windows then shows as pending', () => {
    expect(dism('/disable-feature', '/featurename:IIS-Metabase').exitCode).toBe(3010);
    const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending';
    expect(on.run('reg', 'query', key).exitCode).toBe(0);
    expect(on.script('machine')['windows']).toEqual({ productType: 'ServerNT', pendingReboot: ['servicing'] });
  });

  it('has no IIS 6 console on Server Core and on Server 2025', async () => {
    expect(state('IIS-LegacySnapIn')).toBe('Enabled');
    on.world.windows.installationType = 'Server Core';
    expect([state('IIS-LegacySnapIn'), enable('/featurename:IIS-LegacySnapIn').exitCode]).toEqual([
      undefined,
      0x800f080c,
    ]);
    on = await toolsOn(26100);
    expect([state('IIS-LegacySnapIn'), component('LegacySnapin')]).toEqual([undefined, false]);
  });

  it('needs elevation even to look', () => {
    on.world.rights = 'filtered';
    expect(dism('/get-features').exitCode).toBe(740);
    expect(enable('/featurename:IIS-ASP').exitCode).toBe(740);
  });
});
