import { testRebind } from './rebind.ts';

testRebind([
  ['stale-binding', 'de-DE'],
  ['missing-record', 'en-US'],
]);
