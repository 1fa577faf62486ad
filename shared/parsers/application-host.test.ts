import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApplicationHostParser, notApplicationHost } from './application-host.ts';

function read(text: string | Uint8Array, chunk = Number.POSITIVE_INFINITY) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const parser = createApplicationHostParser();
  for (let at = 0; at < bytes.length; at += chunk) parser.write(bytes.slice(at, at + chunk));
  return parser.close();
}

const sites = `
  <sites>
    <site name="Default Web Site" id="1">
      <application path="/" applicationPool="DefaultAppPool" enabledProtocols="http,HTTPS">
        <virtualDirectory path="/" physicalPath="%SystemDrive%\\inetpub\\wwwroot" />
      </application>
      <application path="/Altiris" enabledProtocols="net.tcp" />
      <bindings>
        <binding protocol="HTTP" bindingInformation="*:80:" />
        <binding protocol="https" bindingInformation=":443:" sslFlags="0" />
        <binding protocol="https" bindingInformation="[FE80::0001]:8443:ps07.example" sslFlags="33" />
        <binding protocol="net.tcp" bindingInformation="808:*" />
        <binding protocol="net.pipe" bindingInformation="*" />
        <binding protocol="msmq.formatname" bindingInformation="localhost" />
      </bindings>
    </site>
    <site name="Ä &quot;B&quot;" id="7" serverAutoStart="false"><bindings>
      <binding protocol="https" bindingInformation="127.0.0.1:443:" />
    </bindings></site>
    <siteDefaults><bindings><binding protocol="https" bindingInformation="*:9:" /></bindings></siteDefaults>
    <applicationDefaults applicationPool="DefaultAppPool" enabledProtocols="http,net.pipe" />
  </sites>`;
const metadata = `
  <customMetadata>
    <key path="LM/W3SVC/1">
      <property id="5506" dataType="Binary" userType="1" attributes="None" value="q6urq6urq6urq6urq6urq6urq6s=" />
      <property id="5511" dataType="String" value="MY" />
      <property id="1018" dataType="DWord" value="1" />
    </key>
    <key path="LM/W3SVC/2"><property id="5506" dataType="Binary" value="AAAA" /></key>
  </customMetadata>`;
const whole = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a <sites> in a comment -->\n<configuration>
<system.applicationHost>${sites}${metadata}</system.applicationHost>
<location path="Default Web Site"><system.webServer><key path="x"><property id="5506" value="q6s=" /></key></system.webServer></location>
</configuration>`;

const expected = {
  sites: [
    {
      id: 1,
      name: 'Default Web Site',
      autoStart: true,
      enabledProtocols: ['http', 'https'],
      bindings: [
        { protocol: 'http', address: '*', port: 80, host: '', sslFlags: 0 },
        { protocol: 'https', address: '*', port: 443, host: '', sslFlags: 0 },
        { protocol: 'https', address: 'fe80::1', port: 8443, host: 'ps07.example', sslFlags: 33 },
      ],
    },
    {
      id: 7,
      name: 'Ä "B"',
      autoStart: false,
      enabledProtocols: ['http', 'net.pipe'],
      bindings: [{ protocol: 'https', address: '127.0.0.1', port: 443, host: '', sslFlags: 0 }],
    },
  ],
  applications: [
    {
      siteId: 1,
      path: '/',
      pool: 'DefaultAppPool',
      virtualDirectories: [{ path: '/', physicalPath: '%SystemDrive%\\inetpub\\wwwroot' }],
    },
    { siteId: 1, path: '/Altiris', pool: 'DefaultAppPool', virtualDirectories: [] },
  ],
  legacyMetabase: [
    { path: 'LM/W3SVC/1', id: 5506, thumbprint: 'AB'.repeat(20), text: null },
    { path: 'LM/W3SVC/1', id: 5511, thumbprint: null, text: 'MY' },
    { path: 'LM/W3SVC/2', id: 5506, thumbprint: null, text: 'AAAA' },
  ],
  sharedConfiguration: false,
};

describe('the same configuration', () => {
  const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  test.each([
    ['as it is', whole],
    ['with a byte order mark', `\uFEFF${whole}`],
    ['with CRLF', whole.replaceAll('\n', '\r\n')],
    ['in UTF-16', utf16(whole)],
    ['without its declaration', whole.slice(whole.indexOf('\n') + 1)],
    ['as two fragments', sites + metadata],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ ok: true, value: expected, notes: [] });
  });

  test('cut anywhere into chunks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), (chunk) => {
        expect(read(whole, chunk)).toMatchObject({ ok: true, value: expected });
      }),
    );
  });
});

test('a single site as a fragment', () => {
  const one =
    '<site name="x" id="1"><bindings><binding protocol="https" bindingInformation="*:443:" sslFlags="1"/></bindings></site>';
  expect(read(one)).toMatchObject({
    ok: true,
    value: { sites: [{ id: 1, enabledProtocols: ['http'], bindings: [{ sslFlags: 1 }] }] },
  });
});

test("the pool of an application: its own, its site's, that of all, or none", () => {
  const site = (id: number, own: string, defaults: string) =>
    `<site id="${id}"><application path="/"${own}/>${defaults}</site>`;
  const named = (pool: string) => `<applicationDefaults applicationPool="${pool}"/>`;
  const poolsOf = (text: string) => {
    const config = read(text);
    return config.ok ? config.value.applications.map(({ pool }) => pool) : config;
  };
  const all =
    site(1, ' applicationPool="own"', named('of the site')) + site(2, '', named('of the site')) + site(3, '', '');
  expect(poolsOf(`<sites>${all}${named('of all')}</sites>`)).toEqual(['own', 'of the site', 'of all']);
  expect(poolsOf(`<sites>${site(3, '', '')}</sites>`)).toEqual([null]);
});

test('a binding and a site that make no sense are noted', () => {
  const odd =
    '<sites><site name="a"/><site name="b" id="2"><bindings><binding protocol="https" bindingInformation="443"/></bindings></site></sites>';
  expect(read(odd)).toMatchObject({
    ok: true,
    value: { sites: [{ id: 2, bindings: [] }] },
    notes: [expect.any(String), expect.any(String)],
  });
});

test.each([
  ['a port that there is not', 'bindingInformation="*:65536:"', [], /a port that there is not/],
  ['port 0', 'bindingInformation="*:0:"', [], /a port that there is not/],
  ['a flag as a word', 'bindingInformation="*:443:x" sslFlags="Sni"', [1], /as words, Sni, read as 1/],
  ['two', 'bindingInformation="*:443:x" sslFlags="Sni, CentralCertStore"', [3], /read as 3/],
  ['no flag', 'bindingInformation="*:443:x" sslFlags="Sni,Odd"', [0], /not known.*Sni,Odd/],
])('of a binding is noted: %s', (_, attributes, flags, note) => {
  const config = read(
    `<sites><site id="1"><bindings><binding protocol="https" ${attributes}/></bindings></site></sites>`,
  );
  expect(config.ok && config.value.sites[0]?.bindings.map(({ sslFlags }) => sslFlags)).toEqual(flags);
  expect(config.ok && config.notes).toEqual([expect.stringMatching(note)]);
});

test('sites that are in another file are not none', () => {
  const config = read(
    '<configuration><system.applicationHost><sites configSource="s.config"/></system.applicationHost></configuration>',
  );
  expect(config).toEqual({ ok: false, problem: 'its sites are in another file, s.config' });
});

describe('told by its content', () => {
  const told = (text: string) => {
    const parser = createApplicationHostParser(false);
    parser.write(new TextEncoder().encode(text));
    return parser.close();
  };
  const bindings = '<bindings><binding protocol="https" bindingInformation="*:9:"/></bindings>';

  test.each([
    ['whole', whole],
    ['as two fragments', sites + metadata],
  ])('the same configuration, %s', (_, text) => {
    expect(told(text)).toEqual({ ok: true, value: expected, notes: [] });
  });

  test('what has sites elsewhere adds none', () => {
    const other = `<location path="x"><sites><site id="1" name="y">${bindings}</site></sites></location></configuration>`;
    expect(told(whole.replace('</configuration>', other))).toEqual({ ok: true, value: expected, notes: [] });
  });

  test.each([
    ['a web.config', `<configuration><my><sites><site id="1">${bindings}</site></sites></my></configuration>`],
    ['sites at its top', `<configuration><sites><site id="1">${bindings}</site></sites></configuration>`],
    ['a location', '<configuration><location path="x"><sites/></location></configuration>'],
    ['a map of sites', '<root><site id="1" name="Blog"/></root>'],
    ['sites of something', '<sites><site name="foo" url="https://x"/></sites>'],
    ['a site without bindings', '<site id="1" name="foo"/>'],
    ['a site without an id', `<site name="foo">${bindings}</site>`],
  ])('%s is another file', (_, text) => {
    expect(told(text)).toEqual({ ok: false, problem: notApplicationHost });
  });
});

test.each([
  ['nothing', ''],
  ['no XML', 'The system cannot find the file specified.'],
  ['cut off', whole.slice(0, -30)],
  ['cut off within a tag', whole.slice(0, 900)],
  ['two ends', '<sites><site></sites></site>'],
  ['bytes', Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256)],
])('%s is a failure', (_, text) => {
  expect(read(text).ok).toBe(false);
});

test('no input makes it throw', () => {
  const pieces = fc.constantFrom(
    '<sites>',
    '<site id="1" name="x">',
    '</',
    '<?xml',
    '<!DOCTYPE a [',
    '&#x0;',
    '&a;',
    ']]>',
    '<!--',
    '"',
    '>',
  );
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.array(pieces).map((all) => new TextEncoder().encode(all.join(''))),
  );
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 50 }), (input, chunk) => {
      expect(read(input, chunk)).toHaveProperty('ok');
    }),
    { numRuns: 1000 },
  );
});
