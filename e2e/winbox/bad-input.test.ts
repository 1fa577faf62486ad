import { describe } from 'vitest';
import { testBadInput } from './bad-input.ts';

// Each fault and each tool at least once; the whole matrix is in the full tests.
describe.skipIf(process.platform === 'win32')('a tool that answers badly makes nothing known that is not', () => {
  describe('on a healthy server', () =>
    testBadInput('healthy', [
      ['netsh', 'prints half'],
      ['appcmd', 'prints bytes that are no text'],
      ['reg', 'is missing'],
      ['whoami', 'may not be started'],
      ['powershell', 'hangs'],
    ]));
  describe('on one with several faults', () =>
    testBadInput('several-faults', [
      ['netsh', 'prints nothing'],
      ['sc', 'exits with 87'],
      ['netstat', 'prints a megabyte on one line'],
      ['wevtutil', 'prints in a wrong encoding'],
    ]));
});
