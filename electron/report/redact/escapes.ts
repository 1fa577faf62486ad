/** A way to write characters by their numbers. */
interface Escapes {
  /** What they all begin with. */
  sign: string;
  /** Texts in which at least one character is written so: words of a URL, whole lines of all else. */
  texts: RegExp;
  read(text: string): string;
  write(text: string): string;
}

/** What would be markup gets its name. */
const markup: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escapedName = /(?<![\p{L}\p{N}\\/:._-])(?:[\p{L}\p{N}_-]{1,63}\\\.)+[\p{L}\p{N}-]{1,63}(?![\p{L}\p{N}\\_-])/gu;

const escapes: readonly Escapes[] = [
  {
    sign: '%',
    texts: /(?<![^\s"<>])[^\s"<>]*%[\da-f]{2}[^\s"<>]*/giu,
    read: (text) => text.replace(/(?:%[\da-f]{2})+/giu, percentDecoded),
    write: (text) => (text.includes('/') ? encodeURI(text) : encodeURIComponent(text)),
  },
  {
    sign: '&#',
    texts: /^.*&#(?:\d{2,6}|x[\da-f]{2,5});.*$/gimu,
    read: (text) =>
      text.replace(/&#(?:(\d{2,6})|x([\da-f]{2,5}));/giu, (found, decimal?: string, hex = '') => {
        const character = String.fromCodePoint(decimal === undefined ? parseInt(hex, 16) : Number(decimal));
        return /\p{C}/u.test(character) ? found : (markup[character] ?? character);
      }),
    write: (text) => text.replace(/[^ -~\t]/gu, (character) => `&#${character.codePointAt(0)};`),
  },
  {
    // A name in a pattern; the names of a path have a backslash before them, too.
    sign: String.raw`\.`,
    texts: escapedName,
    read: (text) => text.replace(escapedName, (name) => name.replaceAll('\\.', '.')),
    write: (text) => text.replaceAll('.', '\\.'),
  },
  {
    sign: String.raw`\u`,
    texts: /^.*\\u[\da-f]{4}.*$/gimu,
    read: (text) =>
      text.replace(/\\u([\da-f]{4})/giu, (found, hex: string) => {
        const unit = String.fromCharCode(parseInt(hex, 16));
        // As JSON itself would write it.
        return /\p{Cc}/u.test(unit) && !/[\t\n\r]/u.test(unit) ? found : JSON.stringify(unit).slice(1, -1);
      }),
    write: (text) =>
      text.replace(/[^ -~\t]/g, (unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  },
];

function percentDecoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return Buffer.from(run.replaceAll('%', ''), 'hex').toString('latin1');
  }
}

/** Changes what is written with the escapes of a URL, of XML or of JSON. What comes back the same stays to the letter. */
export function changeEscaped(text: string, change: (plain: string) => string): string {
  let changed = text;
  for (const { sign, texts, read, write } of escapes) {
    if (!changed.includes(sign)) continue;
    changed = changed.replace(texts, (escaped) => {
      const plain = read(escaped);
      const after = plain === escaped ? plain : change(plain);
      return after === plain ? escaped : write(after);
    });
  }
  return changed;
}

/** A text with all of them read, for whoever only looks. */
export const withoutEscapes = (text: string): string =>
  escapes.reduce((plain, { sign, read }) => (plain.includes(sign) ? read(plain) : plain), text);
