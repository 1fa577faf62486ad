import { expect, it } from 'vitest';
import { calledByTitle } from './called-by-title.ts';

it.each([
  ['rebind-certificate stays: Its certificate is gone.', 'Certificate binding stays: Its certificate is gone.'],
  ['start-site: The undo was asked for.', 'Web site: The undo was asked for.'],
  [
    'What was repaired has survived (rebind-certificate, refresh-packages), as it shows.',
    'What was repaired has survived ("Certificate binding", "Refresh packages"), as it shows.',
  ],
  ['KB172128 has its second remedy, force-overwrite.', 'KB172128 has its second remedy, "Force overwrite".'],
  [
    'It is kept in /cases/backups/01-repair-private-key-store-entry.reg and C:\\a\\start-site.reg.',
    'It is kept in /cases/backups/01-repair-private-key-store-entry.reg and C:\\a\\start-site.reg.',
  ],
])('%s', (words, told) => {
  expect(calledByTitle(words)).toBe(told);
});
