import { describe, expect, it } from 'vitest';
import { wizardArguments } from './arguments.ts';

describe('wizardArguments', () => {
  it('reads its own options among those of Chromium', () => {
    const line = ['--no-sandbox', '--data', 'cases', '--remote-debugging-port=0', '--target=practice:healthy', '.'];
    expect(wizardArguments(line, '/work')).toEqual({
      data: '/work/cases',
      target: 'practice:healthy',
      practice: null,
    });
  });

  it('takes an option without a value as not given', () => {
    expect(wizardArguments(['--data'], '/work').data).toBeNull();
  });
});
