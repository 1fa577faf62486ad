import { expect, test } from 'vitest';
import { parseAppcmdPools } from './appcmd-pools.ts';
import { parsed } from './parsed.ts';

test('appcmd list apppool /xml', () => {
  const text =
    '<?xml version="1.0" encoding="UTF-8"?><appcmd><APPPOOL APPPOOL.NAME="D\u00fc &quot;x&quot;" state="Stopped" /><APPPOOL APPPOOL.NAME="b"/></appcmd>';
  expect(parseAppcmdPools(text)).toEqual(
    parsed([
      { name: 'D\u00fc "x"', state: 'Stopped' },
      { name: 'b', state: 'Unknown' },
    ]),
  );
  for (const wrong of ['', 'ERROR ( message:no )', '<appcmd><APPPOOL', '<other/>'])
    expect(parseAppcmdPools(wrong).ok).toBe(false);
});
