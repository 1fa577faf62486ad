import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLayout, renderListing } from '../test-support/listing-writer.ts';
import { aTable } from '../test-support/arbitraries.ts';
import { recogniseText } from './recognise.ts';

const event = `<event date='Sep 26 15:37:19' severity='4' source='Agent' module='a.dll' >`;
const key = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';

describe('recogniseText', () => {
  test.each([
    ['an agent log', event, ['agentLog']],
    ['sites', '<sites>\n</sites>', ['applicationHost']],
    ['a site', 'hello <site name="x" id="1">', ['applicationHost']],
    ['the beginning of a configuration', '<sectionGroup name="system.applicationHost"', ['applicationHost']],
    ['a web.config', '<configuration><system.webServer>', []],
    ['what appcmd lists', '<?xml?><appcmd>\n<SITE SITE.NAME="x"><site id="1"/></SITE>', ['appcmdSites']],
    ['a registry export', `Windows Registry Editor Version 5.00\r\n\r\n[${key}\\SslBindingInfo]`, ['registryExport']],
    ['a registry query', `\r\n${key}\\SslBindingInfo\\0.0.0.0:443\r\n`, ['registryQuery']],
    ['a certificate', '-----BEGIN CERTIFICATE-----', ['certificates']],
    ['an empty listing', '\nSSL-Zertifikatbindungen: \n-------------------------\n\n', ['sslcertListing']],
    ['an empty list of addresses', '\nIP addresses in the list:\n-------------------------\n\n', []],
    ['a letter', 'Dear all:\n', []],
  ])('%s', (_words, text, kinds) => {
    expect(recogniseText(text)).toEqual(kinds);
  });

  test('a listing of any table in any layout, among words and with something else', () => {
    fc.assert(
      fc.property(aTable(), aLayout, (table, layout) => {
        const listing = renderListing(table, layout);
        expect(recogniseText(`Hello,\n${listing}`)).toEqual(['sslcertListing']);
        expect(recogniseText(`${listing}\n-----BEGIN CERTIFICATE-----`)).toEqual(['certificates', 'sslcertListing']);
      }),
    );
  });

  test('words are never taken for a source', () => {
    fc.assert(fc.property(fc.lorem({ mode: 'sentences', maxCount: 20 }), (text) => recogniseText(text).length === 0));
  });
});
