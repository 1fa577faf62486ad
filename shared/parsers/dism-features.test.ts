import { expect, test } from 'vitest';
import { isEnabled, parseDismFeatures } from './dism-features.ts';

const table = [
  '',
  'Deployment Image Servicing and Management tool',
  'Version: 10.0.20348.1',
  '',
  'Features listing for package : Microsoft-Windows-Foundation-Package~31bf3856ad364e35~amd64~~10.0.20348.1',
  '',
  '---------------------------- | --------',
  'Feature Name                 | State',
  '---------------------------- | --------',
  'IIS-ASP                      | Enabled',
  'IIS-Metabase                 | Enable Pending',
  'IIS-LegacyScripts            | Disable Pending',
  'NetFx3                       | Disabled with Payload Removed',
  'Microsoft-Windows-NetFx3-OC.1 | Disabled',
  '',
  'The operation completed successfully.',
].join('\r\n');

test('a feature a row, with its state', () => {
  const parsed = parseDismFeatures(table);
  expect(parsed.ok && parsed.value.map(({ name, state }) => `${name}=${state}`)).toEqual([
    'IIS-ASP=Enabled',
    'IIS-Metabase=Enable Pending',
    'IIS-LegacyScripts=Disable Pending',
    'NetFx3=Disabled with Payload Removed',
    'Microsoft-Windows-NetFx3-OC.1=Disabled',
  ]);
  expect(parsed.ok && parsed.value.filter(isEnabled).map(({ name }) => name)).toEqual(['IIS-ASP', 'IIS-Metabase']);
});

test.each(['', 'Error: 740\r\n\r\nElevated permissions are required to run DISM.', '\u0000\u0001'])(
  '%j is no table',
  (text) => expect(parseDismFeatures(text).ok).toBe(false),
);
