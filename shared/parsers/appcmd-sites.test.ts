import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAppcmdSites } from './appcmd-sites.ts';

const detailed = `<?xml version="1.0" encoding="UTF-8"?>\r
<appcmd>\r
    <SITE SITE.NAME="Default &quot;Web&quot;, Ünï" SITE.ID="1" bindings="http/*:80:,https/*:443:" state="Started">
        <site name="Default" id="1">
            <bindings>
                <binding protocol="http" bindingInformation="*:80:" />
                <binding protocol="https" bindingInformation="*:443:" sslFlags="0" certificateHash="abababababababababababababababababababab" certificateStoreName="My" />
                <binding protocol="https" bindingInformation="*:8443:x" sslFlags="1" certificateHash="" certificateStoreName="" />
            </bindings>
        </site>
    </SITE>
    <SITE SITE.NAME="Second" SITE.ID="2" bindings="HTTP/[::1]:81:,net.tcp/808:*" state="Stopped" />
</appcmd>\r\n`;

test('sites with their state, and the certificate that IIS shows', () => {
  expect(parseAppcmdSites(detailed)).toEqual({
    ok: true,
    notes: [],
    value: {
      sites: [
        {
          id: 1,
          name: 'Default "Web", Ünï',
          state: 'Started',
          bindings: [
            { protocol: 'http', address: '*', port: 80, host: '', sslFlags: 0, certificate: null, store: null },
            {
              protocol: 'https',
              address: '*',
              port: 443,
              host: '',
              sslFlags: 0,
              certificate: 'AB'.repeat(20),
              store: 'MY',
            },
            { protocol: 'https', address: '*', port: 8443, host: 'x', sslFlags: 1, certificate: null, store: null },
          ],
        },
        {
          id: 2,
          name: 'Second',
          state: 'Stopped',
          bindings: [
            { protocol: 'http', address: '::1', port: 81, host: '', sslFlags: 0, certificate: null, store: null },
          ],
        },
      ],
    },
  });
});

test('no site is an answer', () => {
  expect(parseAppcmdSites('<?xml version="1.0"?><appcmd></appcmd>')).toEqual({
    ok: true,
    value: { sites: [] },
    notes: [],
  });
});

test.each(['', 'ERROR ( message:Cannot find requested collection element. )', '<html></html>', detailed.slice(0, 400)])(
  '%j is no list',
  (text) => {
    expect(parseAppcmdSites(text).ok).toBe(false);
  },
);

test('no input makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (text) => typeof parseAppcmdSites(text).ok === 'boolean'));
});
