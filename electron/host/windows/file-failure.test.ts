import { expect, it } from 'vitest';
import { fileFailure } from './file-failure.ts';

it.each([
  ['ENOENT', 'notFound'],
  ['ENOTDIR', 'notFound'],
  ['EACCES', 'accessDenied'],
  ['EPERM', 'accessDenied'],
  ['EBUSY', 'locked'],
  ['EIO', 'failed'],
  [undefined, 'failed'],
])('%s means %s', (code, outcome) => {
  expect(fileFailure(Object.assign(new Error('broken'), { code })).outcome).toBe(outcome);
});
