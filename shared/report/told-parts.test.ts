import { expect, it } from 'vitest';
import { toldParts } from './told-parts.ts';

it.each([
  ['', []],
  ['Proven by tls.served.', ['Proven by tls.served.']],
  [
    'The change is not proven: agent.log: "no HTTPS" tls.served: The wire shows A. It stays as it is, for it cannot.',
    [
      'The change is not proven: agent.log: "no HTTPS".',
      'tls.served: The wire shows A.',
      'It stays as it is, for it cannot.',
    ],
  ],
  [
    'start-site: The old state is back. rebind-certificate stays: It is gone',
    ['Web site: The old state is back.', 'Certificate binding stays: It is gone.'],
  ],
  [
    'Not all has survived the restart of Windows: rebind-certificate. tls.handshake: no handshake was served it. What may have brought the old state back: A record comes back (confirmed). For a binding that comes back after a restart KB172128 has its second remedy, force-overwrite.',
    [
      'Not all has survived the restart of Windows: "Certificate binding".',
      'tls.handshake: no handshake was served it.',
      'What may have brought the old state back: A record comes back (confirmed).',
      'For a binding that comes back after a restart KB172128 has its second remedy, "Force overwrite".',
    ],
  ],
  [
    'Proven by tls.served. For the server as a whole it is not sound yet: tls.handshake: Half of them fail.',
    ['Proven by tls.served.', 'For the server as a whole it is not sound yet: tls.handshake: Half of them fail.'],
  ],
])('%j', (detail, parts) => {
  expect(toldParts(detail)).toEqual(parts);
});
