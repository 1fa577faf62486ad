import { describe, expect, it } from 'vitest';
import { known, unknown } from '../model/fact.ts';
import type { FactName, Facts } from '../model/facts.ts';
import { judgeAll } from './frame.ts';
import { defineRule } from './rule.ts';
import { asFacts, context, soundServer } from './sample-server.ts';

const judged = defineRule({
  id: 'host.elevated',
  title: 'Is it so?',
  kb: ['KB1'],
  needs: { all: ['elevation'], any: ['iisConfig', 'iisView'], also: ['certificates'] },
  concludes: {},
  decisive: false,
  judge: (seen) => ({ status: 'pass', summary: Object.keys(seen).sort().join(), detail: '' }),
});
const [sound] = [soundServer()];

describe('judgeAll', () => {
  it('shows a rule the facts that it names and cites their evidence', () => {
    const [finding] = judgeAll(asFacts(sound), [judged], context);
    expect(finding).toEqual({
      id: 'host.elevated',
      status: 'pass',
      summary: 'certificates,elevation,iisConfig,iisView',
      detail: '',
      kb: ['KB1'],
      repairs: [],
      evidence: ['answer.elevation', 'answer.iisConfig', 'answer.iisView', 'answer.certificates'],
    });
  });

  it.each<[FactName[], string]>([
    [['elevation'], 'notRun'],
    [['iisConfig'], 'pass'],
    [['iisConfig', 'iisView'], 'notRun'],
    [['certificates'], 'pass'],
  ])('without %j: %s', (without, status) => {
    const [finding] = judgeAll(asFacts(sound, without), [judged], context);
    expect(finding?.status).toBe(status);
    expect(finding?.reason).toBe(status === 'notRun' ? 'notRecorded' : undefined);
  });

  it('gives a rule the facts that it takes as they are, known or not', () => {
    const rule = defineRule({
      ...judged,
      needs: { all: [], any: [], asIs: ['agent', 'service'] },
      judge: ({ agent, service }) => ({ status: 'pass', summary: `${agent.state} ${service.state}`, detail: '' }),
    });
    const [finding] = judgeAll({ service: known(sound.service, ['sc']) }, [rule], context);
    expect(finding).toMatchObject({ summary: 'unknown known', evidence: ['sc'] });
  });

  it('gives the reason, the words and the evidence of the unknown fact', () => {
    const facts: Facts = { ...asFacts(sound), elevation: unknown('timedOut', 'whoami was silent.', ['answer.x']) };
    const [finding] = judgeAll(facts, [judged], context);
    expect(finding).toMatchObject({ status: 'notRun', reason: 'timedOut', kb: ['KB1'] });
    expect(finding?.summary).toMatch(/^Is it so\? Not checked: .*whoami/u);
    expect(finding?.detail).toContain('whoami was silent.');
    expect(finding?.evidence).toContain('answer.x');
  });

  it('lets a rule say that a fact is needed after all', () => {
    const needy = defineRule({ ...judged, judge: () => ({ status: 'notRun', missing: 'certificates' }) });
    const facts: Facts = { ...asFacts(sound), certificates: unknown('cancelled', 'Cancelled.') };
    expect(judgeAll(facts, [needy], context)[0]).toMatchObject({ status: 'notRun', reason: 'cancelled' });
  });

  it('turns a question that does not arise into information', () => {
    const rule = defineRule({ ...judged, applicable: () => 'There is no site.' });
    expect(judgeAll(asFacts(sound), [rule], context)[0]).toMatchObject({
      status: 'info',
      summary: 'Does not arise: There is no site.',
    });
  });

  it('survives a rule that throws, also while asking whether it applies', () => {
    const fail = () => {
      throw new Error('private words');
    };
    for (const rule of [defineRule({ ...judged, judge: fail }), defineRule({ ...judged, applicable: fail })]) {
      const [finding] = judgeAll(asFacts(sound), [rule], context);
      expect(finding).toMatchObject({ status: 'notRun', reason: 'failed' });
      expect(finding?.summary).toMatch(/^Is it so\? Not judged: /u);
      expect(JSON.stringify(finding)).not.toContain('private words');
    }
  });
});
