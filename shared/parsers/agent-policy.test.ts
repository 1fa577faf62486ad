import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAgentPolicyParser } from './agent-policy.ts';

function read(text: string | Uint8Array) {
  const parser = createAgentPolicyParser();
  parser.write(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  return parser.close();
}

const policy = (name: string, clsid: string, content: string): string =>
  `<Policy guid="{1}" name="${name}" version="1"><ClientPolicy agentClsid="${clsid}">${content}</ClientPolicy></Policy>`;

test('attributes that speak of HTTPS, from the policies of the package server', () => {
  const text = `<?xml version="1.0"?><Policies>${policy('Agent settings', 'Altiris.AeXNSClientConfigUpdate', '<A httpsPort="1"/>')}${policy(
    'x',
    'Altiris.AeXNSCPkgSvr',
    '<A PublishHTTPS="1" transport="no" other="no"><B Port="443"/></A>',
  )}${policy('Site Server Settings', 'y', '<C certificateHash="AB"/>')}</Policies>`;
  expect(read(text)).toEqual({
    ok: true,
    notes: [],
    value: [
      { policy: 'x', name: 'A.PublishHTTPS', value: '1' },
      { policy: 'x', name: 'B.Port', value: '443' },
      { policy: 'Site Server Settings', name: 'C.certificateHash', value: 'AB' },
    ],
  });
});

test.each(['', 'no XML', '<Policies>', '<configuration/>'])('%j is no policy file', (text) =>
  expect(read(text).ok).toBe(false),
);

test('nothing makes it throw', () => fc.assert(fc.property(fc.uint8Array(), (bytes) => void read(bytes))));
