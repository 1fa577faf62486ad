import { beforeEach, describe, expect, it } from 'vitest';
import { toolsOn } from '../../testing/tools-on.ts';

let on: Awaited<ReturnType<typeof toolsOn>>;
beforeEach(async () => {
  on = await toolsOn(17763, 'fr-FR');
});
const appcmd = (...args: string[]) => on.run('appcmd', ...args);

describe('appcmd list', () => {
  it('gives pools, applications and virtual directories', () => {
    expect(appcmd('list', 'apppool', '/xml').text).toContain(
      '<APPPOOL APPPOOL.NAME="DefaultAppPool" PipelineMode="Integrated" RuntimeVersion="v4.0" state="Started" />',
    );
    expect(appcmd('list', 'app', '/xml').text).toContain(
      '<APP path="/" APP.NAME="Default Web Site/" APPPOOL.NAME="DefaultAppPool" SITE.NAME="Default Web Site" />',
    );
    expect(appcmd('list', 'vdirs', '/xml').text).toContain('<VDIR VDIR.NAME="Default Web Site/Altiris" physicalPath=');
    expect(appcmd('list', 'apppool', 'Intranet')).toEqual({
      exitCode: 0,
      text: 'APPPOOL "Intranet" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)\r\n',
    });
    expect(appcmd('list', 'apppool', 'Nothing').exitCode).toBe(1);
  });

  it('does not know the state of a pool while WAS is stopped', () => {
    on.run('sc', 'stop', 'W3SVC');
    on.run('sc', 'stop', 'WAS');
    expect(appcmd('list', 'apppool', '/xml').text).toContain('state="Unknown"');
  });
});

describe('appcmd start and stop', () => {
  it('sites and pools', () => {
    expect(appcmd('stop', 'site', '/site.name:default web site')).toEqual({
      exitCode: 0,
      text: '"Default Web Site" successfully stopped.\r\n',
    });
    expect(on.world.iis.sites[0]?.state).toBe('Stopped');
    expect(appcmd('start', 'site', 'Default Web Site').exitCode).toBe(0);
    expect(on.world.iis.sites[0]?.state).toBe('Started');
    expect(appcmd('stop', 'apppool', 'DefaultAppPool').exitCode).toBe(0);
    expect(on.world.iis.pools[0]?.state).toBe('Stopped');
    expect(appcmd('start', 'apppool', '/apppool.name:DefaultAppPool').exitCode).toBe(0);
    expect(appcmd('start', 'apppool', 'DefaultAppPool').exitCode).not.toBe(0);
    expect(appcmd('start', 'site', 'Nothing').exitCode).toBe(1168);
  });

  it('cannot start a site while a program has its port', () => {
    appcmd('stop', 'site', 'Default Web Site');
    const certificate = { der: '', privateKey: '' };
    on.world.programs.push({ image: 'a.exe', pid: 4000, address: '10.20.30.7', port: 443, certificate });
    expect(appcmd('start', 'site', 'Default Web Site')).toMatchObject({ exitCode: 0x80070020 });
    expect(on.world.iis.sites[0]?.state).toBe('Stopped');
    expect(on.world.events.at(-1)).toMatchObject({ provider: 'Microsoft-Windows-HttpEvent', id: 15005 });
    on.world.programs = [];
    expect(appcmd('start', 'site', 'Default Web Site').exitCode).toBe(0);
  });
});

describe('appcmd set app and clear config', () => {
  it('sets the enabled protocols', () => {
    expect(appcmd('set', 'app', 'Default Web Site/', '/enabledProtocols:http').exitCode).toBe(0);
    expect(on.world.iis.sites[0]?.applications[0]?.enabledProtocols).toBe('http');
    expect(appcmd('set', 'app', 'Default Web Site/').exitCode).toBe(87);
    expect(appcmd('set', 'app', 'Nothing/', '/enabledProtocols:http').exitCode).toBe(1168);
  });

  it('removes one property of the legacy metabase, or the whole key, and writes it again', () => {
    const property = (id: number) => ({ id, dataType: 'String', userType: 1, value: '' });
    on.world.iis.customMetadata = [
      { path: 'LM/W3SVC/1', properties: [property(1018), property(5506), property(5511)] },
      { path: 'LM/W3SVC/2', properties: [property(5506)] },
    ];
    const clear = (element: string) => appcmd('clear', 'config', '-section:customMetadata', `-${element}`);
    const left = () =>
      on.world.iis.customMetadata.map(({ path, properties }) => [path, properties.map(({ id }) => id)]);
    expect(clear("[path='LM/W3SVC/1'].[id='5506']").exitCode).toBe(0);
    expect(left()).toEqual([
      ['LM/W3SVC/1', [1018, 5511]],
      ['LM/W3SVC/2', [5506]],
    ]);
    expect(clear("[path='LM/W3SVC/1'].[id='5506']").exitCode).toBe(4312);
    expect(clear("[path='LM/W3SVC/1']").exitCode).toBe(0);
    expect(left()).toEqual([['LM/W3SVC/2', [5506]]]);
    const set = (element: string) => appcmd('set', 'config', '-section:customMetadata', `/+${element}`);
    const restored = "[path='LM/W3SVC/1'].[id='5506',dataType='Binary',userType='1',attributes='None',value='AAEC']";
    expect(set(restored).exitCode).toBe(0);
    expect(on.world.iis.customMetadata[1]).toEqual({
      path: 'LM/W3SVC/1',
      properties: [{ id: 5506, dataType: 'Binary', userType: 1, value: 'AAEC' }],
    });
    expect(set(restored).exitCode).toBe(183);
    expect(set("[path='LM/W3SVC/2']").exitCode).toBe(183);
    expect(clear('[path=').exitCode).toBe(87);
    expect(appcmd('clear', 'config', '-section:customMetadata').exitCode).toBe(87);
  });
});
