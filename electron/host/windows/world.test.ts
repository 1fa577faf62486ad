import { describe, expect, it } from 'vitest';
import { realWorld } from './world.ts';

const appcmd = 'D:\\Windows\\System32\\inetsrv\\appcmd.exe';

describe('realWorld', () => {
  it('takes Windows where it is', () => {
    const world = realWorld({ SystemRoot: 'D:\\Windows', ProgramData: 'E:\\ProgramData' });
    expect(world).toMatchObject({ systemRoot: 'D:\\Windows', programData: 'E:\\ProgramData' });
    expect(world.mapPath(appcmd)).toBe(appcmd);
  });

  it('has one lock for repairs, whatever its account sees', () => {
    expect(realWorld({ SystemRoot: 'D:\\Windows' }).repairLock).toBe(realWorld({}).repairLock);
  });

  it('goes round the redirection of a 32-bit process', () => {
    const world = realWorld({ SystemRoot: 'D:\\Windows', PROCESSOR_ARCHITEW6432: 'AMD64' });
    expect(world.mapPath(appcmd)).toBe('D:\\Windows\\Sysnative\\inetsrv\\appcmd.exe');
    expect(world.mapPath('d:\\windows\\SYSTEM32\\reg.exe')).toBe('D:\\Windows\\Sysnative\\reg.exe');
    expect(world.mapPath('D:\\Windows\\System32x\\reg.exe')).toBe('D:\\Windows\\System32x\\reg.exe');
  });

  it('knows when the server started, and addresses without loopback', async () => {
    const world = realWorld({});
    expect(Date.parse((await world.bootTime()) ?? '')).toBeLessThan(Date.now());
    const addresses = await world.addresses();
    expect(addresses).not.toContain('127.0.0.1');
    expect(addresses.join()).not.toContain('%');
  });
});
