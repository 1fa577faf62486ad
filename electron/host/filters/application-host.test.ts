import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import saxes from 'saxes';
import { withoutSecrets } from '../filters.ts';

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
async function filtered(bytes: Uint8Array, sizes: readonly number[] = [65_536]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of withoutSecrets(inPieces(bytes, sizes), 'applicationHost').content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const clean = async (text: string) => (await filtered(Buffer.from(text))).toString();

const encrypted = '[enc:IISWASOnlyAesProvider:57686f6120447564652c20495320526f636b73:enc]';
const configuration = `<?xml version="1.0" encoding="UTF-8"?>
<!-- before: <processModel password="hunter1" /> it's kept -->
<configuration>
  <configProtectedData>
    <providers>
      <add name="IISWASOnlyRsaProvider" type="" keyContainerName="iisWasKey" useMachineContainer="true" />
      <add name="AesProvider" keyContainerName="iisConfigurationKey" sessionKey="SECRETsessionKey+/==" />
    </providers>
  </configProtectedData>
  <system.applicationHost>
    <applicationPools>
      <add name="DefaultAppPool"><processModel identityType="SpecificUser" userName="CORP\\pool" password="${encrypted}" /></add>
      <add name='Classic "1"'><processModel password = 'hunter"2' userName='${encrypted}'/></add>
    </applicationPools>
    <sites>
      <site name="Größe &amp; 漢字 &lt;1&gt;" id="1" serverAutoStart="true">
        <virtualDirectory path="/" physicalPath="%SystemDrive%\\inetpub\\wwwroot" password="" />
        <bindings><binding protocol="https" bindingInformation="*:443:" sslFlags="0" /></bindings>
      </site>
    </sites>
  </system.applicationHost>
  <customMetadata><key path="LM/W3SVC/1"><property id="5506" dataType="Binary" userType="1" value="qrvM3Q==" /></key></customMetadata>
  <location path="Default Web Site">
    <connectionStrings><add name="db" connectionString="Server=db;Password=hunter3" /></connectionStrings>
    <environmentVariables><environmentVariable name="API_KEY" value="hunter4" /><environmentVariable value="hunter5" name="DB_PASSWORD"/>
      <environmentVariable name="ASPNETCORE_ENVIRONMENT" value="Production" /></environmentVariables>
    <x:EncryptedData><x:CipherData><x:CipherValue>SECRETcipher==</x:CipherValue></x:CipherData></x:EncryptedData>
    <machineKey validationKey="SECRETvalidation" decryptionKey="SECRETdecryption" />
  </location>
</configuration>
`;

interface Seen {
  name: string;
  attributes: Record<string, string>;
}
function elements(xml: string): Seen[] {
  const seen: Seen[] = [];
  const parser = new saxes.SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => seen.push({ name, attributes: { ...attributes } }));
  parser.write(xml).close();
  return seen;
}

describe('the filter of applicationHost.config', () => {
  it('leaves no secret', async () => {
    const text = await clean(configuration);
    expect(text).not.toMatch(/hunter|SECRET|57686f61/);
  });

  it('leaves everything else, and XML', async () => {
    const before = elements(configuration);
    const after = elements(await clean(configuration));
    expect(after.length).toBe(before.length);
    const changed = after.flatMap(({ name, attributes }, index) =>
      Object.entries(attributes)
        .filter(([key, value]) => before[index]!.attributes[key] !== value)
        .map(([key, value]) => `${name} ${key}=${value}`),
    );
    expect(changed).toEqual([
      'add sessionKey=[removed]',
      'processModel password=[removed]',
      'processModel password=[removed]',
      'processModel userName=[removed]',
      'add connectionString=[removed]',
      'environmentVariable value=[removed]',
      'environmentVariable value=[removed]',
      'machineKey validationKey=[removed]',
      'machineKey decryptionKey=[removed]',
    ]);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp850'])(
    'gives a file without secrets back byte for byte in %s',
    async (encoding) => {
      const bytes = iconv.encode('<a name="Größe" password="" b=\'x\'>ü\r\n</a>', encoding, { addBOM: true });
      expect(await filtered(bytes, [3])).toEqual(bytes);
    },
  );

  it('finds the same secrets wherever a piece ends, in every encoding', async () => {
    const encodings = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be');
    const sizes = fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 8 });
    const expected = await clean(configuration);
    await fc.assert(
      fc.asyncProperty(encodings, fc.boolean(), sizes, async (encoding, addBOM, pieces) => {
        const bytes = iconv.encode(configuration, encoding, { addBOM });
        expect(iconv.decode(await filtered(bytes, pieces), encoding)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('changes no byte of what has no attribute, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 40 }), async (bytes, size) => {
        fc.pre(!bytes.includes(0x3d));
        expect(await filtered(bytes, [size])).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('takes out a secret that the file breaks off in', async () => {
    expect(await clean('<processModel password="hunter')).toBe('<processModel password="[removed]');
    expect(await clean("<processModel userName='[enc:Aes:hunter")).not.toContain('hunter');
  });

  it('refuses a file that is no configuration instead of reading it whole', async () => {
    await expect(filtered(Buffer.alloc(9 * 1024 * 1024, 'a'))).rejects.toThrow('not a configuration file');
  });

  it('stays linear on what is made to be slow', async () => {
    const hostile = Buffer.from(`<${'a'.repeat(200_000)} ${'a= '.repeat(60_000)} x="${"'=".repeat(60_000)}`);
    const startedAt = performance.now();
    await filtered(hostile);
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });
});

it('without a filter takes nothing out', async () => {
  const { content, filtered: words } = withoutSecrets(inPieces(Buffer.from('password="x"'), [5]), undefined);
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('password="x"');
  expect(words).toEqual([]);
});
