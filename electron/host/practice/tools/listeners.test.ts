import { describe, expect, it } from 'vitest';
import { toolsOn } from '../testing/tools-on.ts';

/** Local address, state and process of every TCP line. */
const sockets = (text: string) =>
  [...text.matchAll(/^ {2}TCP +(\S+) +(\S+) +(\S+) +(\d+)\r$/gmu)].map(([, local, foreign, state, pid]) => ({
    local,
    foreign,
    state,
    pid,
  }));

describe('netstat and tasklist', () => {
  it('show Windows itself on what HTTP.SYS has registered, and nobody after IIS stopped', async () => {
    const { run } = await toolsOn();
    const on443 = () => sockets(run('netstat', '-ano').text).filter(({ local }) => local?.endsWith(':443'));
    expect(on443().map(({ local, foreign, pid }) => [local, foreign, pid])).toEqual([
      ['0.0.0.0:443', '0.0.0.0:0', '4'],
      ['[::]:443', '[::]:0', '4'],
    ]);
    run('sc', 'stop', 'W3SVC');
    expect(on443()).toEqual([]);
    expect(run('netstat', '-ano').text).toContain(':8172');
  });

  it('show the addresses of the listen list alone', async () => {
    const { world, run } = await toolsOn();
    world.httpSys.ipListen = ['127.0.0.1', '10.9.9.9'];
    const local = sockets(run('netstat', '-ano').text).map((one) => one.local);
    expect(local).toContain('127.0.0.1:443');
    expect(local.filter((one) => one?.endsWith(':443'))).toHaveLength(1);
  });

  it('name the program that has a port, with its services', async () => {
    const { world, run } = await toolsOn(20348, 'de-DE');
    world.programs.push({
      image: 'C:\\Program Files\\Contoso\\reporter.exe',
      pid: 2900,
      address: '0.0.0.0',
      port: 443,
      certificate: { der: '', privateKey: '' },
    });
    const netstat = run('netstat', '-ano').text;
    expect(sockets(netstat).find(({ local }) => local === '0.0.0.0:443')).toMatchObject({ state: 'ABH\x99REN' });
    expect(sockets(netstat).filter(({ pid }) => pid === '2900')).toHaveLength(1);
    const tasks = run('tasklist', '/svc', '/fo', 'csv', '/nh').text;
    expect(tasks).toContain('"reporter.exe","2900","N/A"\r\n');
    expect(tasks).toContain('"svchost.exe","2104","WAS,W3SVC"\r\n');
    expect(tasks).toContain('"wmsvc.exe","2588","WMSVC"\r\n');
  });
});

describe('netsh http show', () => {
  const show = async (what: string, build: number, language?: string) => {
    const on = await toolsOn(build, language);
    return { ...on, text: on.run('netsh', 'http', 'show', what).text };
  };

  it('iplisten: the title alone, then the addresses', async () => {
    const { world, run, text } = await show('iplisten', 20348);
    expect(text).not.toMatch(/\d/u);
    world.httpSys.ipListen.push('10.20.30.7', '::1');
    expect(run('netsh', 'http', 'show', 'iplisten').text).toMatch(/-{43}\r\n\r\n {4}10\.20\.30\.7\r\n {4}::1\r\n/u);
  });

  it('urlacl: reservations with their users, the SDDL at the end', async () => {
    const { text } = await show('urlacl', 17763);
    expect(text).toMatch(/Reserved URL +: https:\/\/\+:8172\/ \r\n {8}User: NT SERVICE\\WMSvc\r\n/u);
    expect(text.match(/SDDL: D:\(A;;GX;;;\w+\)/gu)).toHaveLength(2);
  });

  it('servicestate: process ids before Server 2019, images from then on', async () => {
    const old = (await show('servicestate', 14393)).text;
    expect(old).toMatch(/Process IDs:\r\n {12}2588\r\n/u);
    expect(old).not.toContain('image:');
    const { text } = await show('servicestate', 20348);
    expect(text).toMatch(/Processes:\r\n {12}ID: 2588, image: C:\\Windows\\system32\\inetsrv\\wmsvc\.exe\r\n/u);
    expect(text).toContain('HTTPS://*:443/');
    expect(text).toContain('HTTPS://INTRANET.CORP.EXAMPLE:443/');
    const german = (await show('servicestate', 17763, 'de-DE')).text;
    expect(german).toContain('Prozesse:');
    expect(german).not.toContain('Processes');
  });
});
