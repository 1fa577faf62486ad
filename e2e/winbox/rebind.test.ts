import { testRebind } from './rebind.ts';

testRebind([['stale-binding', 'en-US']]);
