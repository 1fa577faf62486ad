import { describe, expect, it } from 'vitest';
import { redact } from './testing/redact.ts';

const raw = String.raw;

describe('paths', () => {
  it.each([
    ['an attribute', raw`physicalPath="D:\Kunden\Contoso Geheimprojekt"`, raw`physicalPath="D:\PATH-2\PATH-1"`],
    ['an attribute in single quotes', raw`p='D:\Kunden\Contoso Projekt' q='x'`, raw`p='D:\PATH-2\PATH-1' q='x'`],
    ['an attribute with a sign of XML', raw`p="D:\R&amp;D Kunden\x"`, raw`p="D:\PATH-1\PATH-2"`],
    ['an element', raw`<Path>D:\Kunden\Contoso Projekt</Path>`, raw`<Path>D:\PATH-2\PATH-1</Path>`],
    ['quotes that are escaped', raw`&quot;D:\A\Contoso Projekt&quot; x`, raw`&quot;D:\PATH-1\PATH-2&quot; x`],
    ['a string of JSON', raw`{"p":"D:\\Kunden\\Contoso Projekt","n":1}`, raw`{"p":"D:\\PATH-2\\PATH-1","n":1}`],
    ['a text that is a path', raw`D:\Kunden\Contoso Projekt`, raw`D:\PATH-2\PATH-1`],
    ['a line that is a path', 'a\r\nD:\\Kunden\\Contoso Projekt\r\nb', 'a\r\nD:\\PATH-2\\PATH-1\r\nb'],
    [
      'a value in the registry',
      raw`  Dir    REG_SZ    D:\Kunden\Contoso Projekt`,
      raw`  Dir    REG_SZ    D:\PATH-2\PATH-1`,
    ],
    ['an export of the registry', raw`"Dir"="D:\\Kunden\\Contoso Projekt"`, raw`"Dir"="D:\\PATH-2\\PATH-1"`],
    ['values after a label', raw`Log: D:\a\b c, size: 5`, raw`Log: D:\PATH-1\PATH-2, size: 5`],
    ['values beside each other', raw`dir=D:\a\b c size=5`, raw`dir=D:\PATH-1\PATH-2 size=5`],
    ['a list', raw`Path=C:\Windows;D:\Kunden\Contoso Tools;E:\x`, raw`Path=C:\Windows;D:\PATH-1\PATH-2;E:\PATH-3`],
    ['a list in the registry', raw`\??\D:\Alt Neu\0\0\??\E:\x y`, raw`\??\D:\PATH-2\0\0\??\E:\PATH-1`],
    ['an apostrophe', raw`"D:\Peter's Daten\x" 'D:\Peter's Daten\x'`, raw`"D:\PATH-1\PATH-2" 'D:\PATH-1\PATH-2'`],
    ['brackets', raw`(D:\Kunden (alt)\Foo Bar) failed`, raw`(D:\PATH-1\PATH-2) failed`],
    [
      'a sentence that names it',
      raw`Cannot open D:\Kunden\Contoso Projekt now.`,
      raw`Cannot open D:\PATH-1\PATH-2 now.`,
    ],
    ['a sentence that ends with it', raw`It is in D:\Kunden\www.`, raw`It is in D:\PATH-1\PATH-2.`],
    ['a file of several words', raw`Cannot open D:\geheime liste.xlsx now`, raw`Cannot open D:\PATH-1.xlsx now`],
    ['a share', raw`"\\fs1\web daten\Contoso Projekt"`, raw`"\\host-2\PATH-1\PATH-2"`],
    ['a share in an export', raw`"Dir"="\\\\fs1\\web daten\\x"`, raw`"Dir"="\\\\host-2\\PATH-1\\PATH-2"`],
    ['a long share', raw`\\?\UNC\fs1\Kunden\x`, raw`\\?\UNC\host-2\PATH-1\PATH-2`],
    ['a device', raw`\Device\HarddiskVolume3\Kunden\x`, raw`\Device\HarddiskVolume3\PATH-1\PATH-2`],
    ['slashes', raw`dir: D:/Kunden/Contoso Projekt`, raw`dir: D:/PATH-2/PATH-1`],
    ['a URL', 'file:///D:/Kunden/Contoso%20Projekt', 'file:///D:/PATH-2/PATH-1'],
    ['a URL of a share', 'file://fs1/Kunden/x', 'file://host-2/PATH-1/PATH-2'],
    ['another system', 'recorded:/home/x/Contoso Fall/b.zip', 'recorded:/PATH-1.zip'],
    ['a way out of Windows', raw`C:\Windows\..\Kunden\x`, raw`C:\Windows\..\PATH-1\PATH-2`],
    ['line ends with escapes', raw`"D:\\Kunden\\x\r\nnext"`, raw`"D:\\PATH-1\\PATH-2\r\nnext"`],
    ['a name with a host in it', raw`"D:\ps07 Kunden\ps07.log"`, raw`"D:\PATH-1\host-1.log"`],
  ])('are hidden to their end: %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    raw`C:\Windows\System32\svchost.exe -k netsvcs -p`,
    raw`"C:\Program Files\Altiris\Altiris Agent\Logs\agent.log" and C:/Windows/Temp/x y`,
    raw`in %SystemDrive%\inetpub\wwwroot and %ProgramData%\Symantec\Symantec Agent\Logs`,
    raw`HKLM\SOFTWARE\Microsoft\InetStp\Components and SOFTWARE\Wow6432Node`,
    raw`'/pkggroup_{7f4c1f3e-52a4-4c2b-9f0a-1d6f0a3c7e11}', physical path: 'C:\inetpub\wwwroot'`,
    'Creating base virtual directory /lm/w3svc/1/ROOT/Altiris.',
  ])('stay where they are everywhere the same: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('never take the words along that a verdict rests on', () => {
    for (const before of ['', 'Path: ', 'of ', '"']) {
      expect(redact(raw`${before}D:\Pkg\x could not access own Web Site using HTTPS`)).toBe(
        raw`${before}D:\PATH-1\PATH-2 could not access own Web Site using HTTPS`,
      );
    }
  });

  it('are known in a sentence by what is beyond doubt elsewhere', () => {
    const text = raw`dir="D:\Kunden\alles liste" and D:\Kunden\alles liste fehlt`;
    expect(redact(text)).toBe(raw`dir="D:\PATH-2\PATH-1" and D:\PATH-2\PATH-1 fehlt`);
  });
});
