import { expect, test } from 'vitest';
import { parseEndpoint } from './endpoint.ts';
import { iisApplicationId, ownerOf } from './owners.ts';

const zeros = '00000000-0000-0000-0000-000000000000';

test.each([
  [iisApplicationId, '0.0.0.0:443', { kind: 'iis', product: 'IIS' }],
  ['5d89a20c-beab-4389-9447-324788eb944a', '0.0.0.0:443', { kind: 'product', product: 'AD FS' }],
  [zeros, '0.0.0.0:443', { kind: 'zeros', product: null }],
  [zeros, '0.0.0.0:8172', { kind: 'product', product: 'IIS Web Management Service' }],
  ['constructor', '0.0.0.0:443', { kind: 'unknown', product: null }],
  [null, '0.0.0.0:443', { kind: 'unknown', product: null }],
])('%s on %s', (appId, text, owner) => {
  const endpoint = parseEndpoint(text);
  if (endpoint === null) throw new Error(text);
  expect(ownerOf({ appId, endpoint })).toEqual(owner);
});
