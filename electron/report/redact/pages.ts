import iconv from 'iconv-lite';

/** OEM and ANSI pages of Windows; for those of two bytes, each character takes the byte after it along. */
const pages =
  `cp866 windows-1251 cp850 windows-1252 cp437 cp852 windows-1250 cp737 windows-1253 cp857 windows-1254 cp862
  windows-1255 cp720 windows-1256 cp775 windows-1257 cp932 cp936 cp949 cp950 windows-874 windows-1258`.split(/\s+/u);
const word = String.raw`(?:[\w.'-]|[\x80-\xff][@-~]?)*[\x80-\xff](?:[\w.'-]|[\x80-\xff][@-~]?)*`;
const words = new RegExp(`${word}(?: ${word}){0,3}`, 'gu');

/** So many different words are remembered: a file says the same ones over and over. */
const mostKnown = 10_000;

/** Changes the words that are not ASCII in a text that was read byte by byte, in whichever page they mean something that is to be changed. */
export function changeInPages(change: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  const inAnyPage = (found: string): string => {
    const bytes = Buffer.from(found, 'latin1');
    for (const page of pages) {
      const read = iconv.decode(bytes, page);
      const changed = read.includes('\ufffd') ? read : change(read);
      if (changed !== read) return iconv.encode(changed, page).toString('latin1');
    }
    return found;
  };
  return (text) =>
    text.replace(words, (found) => {
      const changed = known.get(found) ?? inAnyPage(found);
      if (known.size < mostKnown) known.set(found, changed);
      return changed;
    });
}
