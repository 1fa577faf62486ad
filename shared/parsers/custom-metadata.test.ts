import { expect, test } from 'vitest';
import { createCustomMetadataParser } from './custom-metadata.ts';

function parse(text: string) {
  const parser = createCustomMetadataParser();
  for (let at = 0; at < text.length; at += 7) parser.write(new TextEncoder().encode(text.slice(at, at + 7)));
  return parser.close();
}

const property = `<property id="5506" dataType="Binary" userType="1" attributes="None" value="AAEC" />`;

test('every attribute of every key, in the order of the file', () => {
  const file = `<configuration><customMetadata><key path="LM/W3SVC/1">${property}<property id="1018" dataType="DWord" userType="1" attributes="Inherit" value="1" /></key><key path="LM/W3SVC/2" /></customMetadata></configuration>`;
  expect(parse(file)).toMatchObject({
    ok: true,
    value: [
      {
        path: 'LM/W3SVC/1',
        properties: [
          { id: '5506', dataType: 'Binary', userType: '1', attributes: 'None', value: 'AAEC' },
          { id: '1018', dataType: 'DWord', userType: '1', attributes: 'Inherit', value: '1' },
        ],
      },
      { path: 'LM/W3SVC/2', properties: [] },
    ],
  });
});

test('a key or a property elsewhere is none of it', () => {
  const file = `<configuration><other><key path="LM/W3SVC/1">${property}</key></other></configuration>`;
  expect(parse(file)).toMatchObject({ ok: true, value: [] });
});

test('a file that is cut off is unreadable', () => {
  expect(parse(`<configuration><customMetadata><key path="LM/W3SVC/1">${property}`).ok).toBe(false);
});
