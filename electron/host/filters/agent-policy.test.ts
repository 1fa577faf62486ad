import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWhole } from '../content.ts';
import { withoutSecrets } from '../filters.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const clean = async (text: string): Promise<string> =>
  (await readWhole(withoutSecrets(once(Buffer.from(text)), 'agentPolicy').content)).toString();

test('keeps the frame and what speaks of HTTPS', async () => {
  const text =
    '<Policies>\r\n <Policy guid="{1}" name="N" hash="x">\r\n  <ClientPolicy agentClsid="C">\r\n   <S httpsPort="443" owner="me" Thumbprint=\'x\'/>';
  expect(await clean(text)).toBe(
    '<Policies>\r\n <Policy guid="{1}" name="N">\r\n  <ClientPolicy agentClsid="C">\r\n   <S httpsPort="443"/>',
  );
});

const secret = 'Sup3r-s3cret';
test.each([
  `<PkgAccessCredentials user="u" key="${secret}" portKey="${secret}" httpsAccount="${secret}"/>`,
  `<A certificatePassword="${secret}" httpsKey='${secret}'/>`,
  `<A httpsAccess="aexs://${secret}"/>`,
  `<A certificate="${Buffer.from(secret.repeat(10)).toString('base64')}"/>`,
  `<A>${secret}</A>`,
  `<!-- httpsPort="${secret}" -->`,
  `<A><![CDATA[ ${secret} ]]></A>`,
  `<A><![CDATA[<B password="${secret}"]]></A>`,
  `<?x ${secret}?>`,
  `<A other="${secret}"`,
])('%s loses what is secret', async (text) => {
  const left = await clean(`<Policies>${text}</Policies>`);
  expect(left).not.toContain(secret);
  expect(left).not.toContain(Buffer.from(secret.repeat(10)).toString('base64').slice(0, 20));
});

test('is the same when it goes through twice, in whatever pieces', async () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '/',
    ' httpsPort="1"',
    '<Policy name="x">',
    '\r\n',
    ']]>',
    '<!--',
    'x',
    '=',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (parts) => {
      const left = await clean(parts.join(''));
      expect(await clean(left)).toBe(left);
    }),
  );
});
