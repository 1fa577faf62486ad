import { describe, expect, it } from 'vitest';
import { ownOptions, wizardArguments } from './arguments.ts';

describe('wizardArguments', () => {
  it('reads its own options among those of Chromium', () => {
    const line = ['--no-sandbox', '--data', 'cases', '--remote-debugging-port=0', '--target=practice:healthy', '.'];
    expect(wizardArguments(line, '/srv')).toEqual({
      data: '/srv/cases',
      target: 'practice:healthy',
      practice: null,
    });
  });

  it('hands on its own options alone, and reads them again', () => {
    const line = wizardArguments(['--remote-debugging-port=9222', '--data', 'a b', '--target', 'windows'], '/srv');
    expect(ownOptions(line)).toEqual(['--data=/srv/a b', '--target=windows']);
    expect(wizardArguments(ownOptions(line), '/elsewhere')).toEqual(line);
  });

  it('takes an option without a value as not given', () => {
    expect(wizardArguments(['--data'], '/srv').data).toBeNull();
  });
});
