import { describe, expect, it } from 'vitest';
import { iisApplicationId } from '../../../shared/httpsys/owners.ts';
import type { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import type { Certificate } from '../../../shared/model/facts/tls.ts';
import { stepsFor } from './steps-for.ts';

const live: HttpSysRecord = {
  endpoint: { kind: 'ip', address: '0.0.0.0', host: '', port: 443 },
  thumbprint: 'A'.repeat(40),
  thumbprintReadable: true,
  appId: iisApplicationId,
  store: 'MY',
  flags: { usagecheck: false },
  unknownFlags: [],
};
const planned: HttpSysRecord = { ...live, thumbprint: 'B'.repeat(40) };
const updating = { update: true, parameters: [] as string[] };
const without = { update: false, parameters: [] as string[] };
const stored = [{ thumbprint: live.thumbprint, store: 'My', privateKey: 'usable' } as Certificate];
type Args = Parameters<typeof stepsFor>;
const steps = (...[old, kept, wanted, netsh, all = stored]: [Args[0], Args[1], Args[2], Args[3], Args[4]?]) =>
  stepsFor(old, kept, wanted, netsh, all);
const kinds = (...args: Parameters<typeof steps>) => steps(...args).steps.map(({ kind }) => kind);

describe('stepsFor', () => {
  it('updates where netsh can, else deletes and adds', () => {
    expect(kinds(live, live, planned, updating)).toEqual(['netshUpdate']);
    expect(kinds(live, live, planned, without)).toEqual(['netshDelete', 'netshAdd']);
    expect(kinds(null, null, planned, updating)).toEqual(['netshAdd']);
  });

  it('does nothing when both sources hold the record, and rewrites it when only one does', () => {
    expect(kinds(planned, planned, planned, updating)).toEqual([]);
    expect(kinds(planned, live, planned, updating)).toEqual(['netshUpdate']);
    expect(kinds(planned, null, planned, updating)).toEqual(['netshUpdate']);
  });

  it.each<[string, Partial<HttpSysRecord>, Partial<HttpSysRecord>]>([
    ['an unknown flag', { unknownFlags: ['DefaultFlags 0x2000'] }, {}],
    ['a flag only in the registry', {}, { unknownFlags: ['DefaultFlags 0x8000'] }],
    ['a flag that the listing does not print', {}, { flags: { usagecheck: false, reject: true } }],
    ['an unreadable hash', { thumbprint: null, thumbprintReadable: false }, {}],
  ])('never deletes a record with %s', (_what, change, registryChange) => {
    const own = { ...live, ...change };
    const registry = { ...live, ...registryChange };
    expect(() => steps(own, registry, planned, without)).toThrow(expect.objectContaining({ code: 'refused' }));
    const updated = steps(own, registry, planned, updating);
    expect(updated.steps.map(({ kind }) => kind)).toEqual(['netshUpdate']);
    expect(updated.cannotBeUndone).not.toHaveLength(0);
  });

  it.each<[string, Certificate[]]>([
    ['gone', []],
    ['without a key', [{ ...stored[0]!, privateKey: 'missing' }]],
    ['in another store', [{ ...stored[0]!, store: 'WebHosting' }]],
  ])('says before that the old record cannot come back when its certificate is %s', (_what, all) => {
    for (const netsh of [updating, without]) {
      const made = steps(live, live, planned, netsh, all);
      expect(made.cannotBeUndone).toEqual([expect.stringContaining('1312')]);
      expect(made.steps[0]).toMatchObject({ noUndo: made.cannotBeUndone[0] });
      expect(steps(live, live, planned, netsh).steps[0]).toMatchObject({ noUndo: null });
    }
  });

  it('refuses to write a flag that the help does not list, with update and without', () => {
    const flagged = { ...planned, flags: { disablehttp2: true } };
    for (const netsh of [updating, without]) {
      expect(() => steps(live, live, flagged, netsh)).toThrow('disablehttp2');
    }
  });
});
