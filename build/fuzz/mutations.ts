import fc from 'fast-check';

/** A change of bytes; places are 65536ths of the length, so that they fit whatever came before. */
export type Mutation =
  | { kind: 'cut'; at: number }
  | { kind: 'remove' | 'repeat'; at: number; length: number; times: number }
  | { kind: 'removeLines' | 'doubleLines' | 'swapLines'; at: number; count: number }
  | { kind: 'insert'; at: number; piece: string }
  | { kind: 'byte'; at: number; value: number }
  | { kind: 'splice'; at: number; from: number; length: number }
  | { kind: 'lineEnds'; end: string };

/** What a text is not grown beyond. */
const mostBytes = 256 * 1024;

/** Pieces that mean something to some parser, or that none expects. */
const pieces = [
  ['\0', '\uFEFF', '\uFFFD', '\u202E', '\u2028', '\r', '\n', '\r\n', '\t', ' ', '\u00A0', '\uFF1A'],
  ['9'.repeat(40), '-1', '0', '0x', '0xffffffff', 'NaN', '1e999', '__proto__', 'constructor', 'toString'],
  [
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '</event>',
    '<event ',
    "date='",
    '&',
    '&#0;',
    '&amp;',
    '<x>',
    '</x>',
    '/>',
    '"',
    "'",
  ],
  ['<?xml version="1.0"?>', '<!DOCTYPE a [<!ENTITY b "c">]>', 'xmlns:a="b"', '<Events>', '<appcmd>', '<site id="1">'],
  [
    '-----',
    '-------------------------',
    ': ',
    ' : ',
    '0.0.0.0:443',
    '[::]:443',
    '*:443:',
    '{00000000-0000-0000-0000-000000000000}',
  ],
  [
    '(null)',
    'C:\\>',
    'PS C:\\> ',
    '[10:00:15] ',
    '> ',
    'HKEY_LOCAL_MACHINE\\',
    '    REG_DWORD    0x1',
    '"a"=dword:1',
    '\\',
  ],
  ['-----BEGIN psdoctor certificates-----', '-----END psdoctor certificates-----', '{', '}', '[', ']', 'null', ','],
  [
    'S-1-16-12288',
    'S-1-5-32-544',
    '  TCP    0.0.0.0:443    0.0.0.0:0    LISTENING    4',
    '../',
    '..\\',
    'bundle.json',
    'PK\u0003\u0004',
  ],
].flat();

const place = fc.nat(0xffff);
const cut = fc.record({ kind: fc.constant('cut' as const), at: place });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 2, arbitrary: cut },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: place,
      piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('byte' as const), at: place, value: fc.nat(255) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      at: place,
      length: fc.integer({ min: 1, max: 300 }),
      times: fc.constant(1),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('removeLines' as const, 'doubleLines' as const, 'swapLines' as const),
      at: place,
      count: fc.integer({ min: 1, max: 30 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('splice' as const),
      at: place,
      from: place,
      length: fc.integer({ min: 1, max: 2000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('repeat' as const),
      at: place,
      length: fc.integer({ min: 1, max: 400 }),
      times: fc.integer({ min: 2, max: 60_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('lineEnds' as const), end: fc.constantFrom('\n', '\r', '\r\n', '') }),
  },
);

/** What happens to a recorded answer: it breaks off, or is changed in some places. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.oneof(
  { weight: 1, arbitrary: cut.map((one): Mutation[] => [one]) },
  { weight: 4, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 6 }) },
);

/** Whether nothing but the end is missing. */
export const isCut = (all: readonly Mutation[]): boolean => all.every(({ kind }) => kind === 'cut');

/** @param donor what pieces of another answer come from */
export function mutate(bytes: Uint8Array, all: readonly Mutation[], donor: Uint8Array): Uint8Array {
  // One character for each byte.
  const other = Buffer.from(donor).toString('latin1');
  let text = Buffer.from(bytes).toString('latin1');
  for (const one of all) text = changed(text, one, other).slice(0, Math.max(mostBytes, bytes.length));
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

const placeIn = (text: string, at: number): number => Math.floor((at * text.length) / 0x10000);

function changed(text: string, one: Mutation, donor: string): string {
  if (one.kind === 'lineEnds') return text.replace(/\r\n|\r|\n/gu, one.end);
  const at = placeIn(text, one.at);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (one.kind) {
    case 'cut':
      return before;
    case 'insert':
      return before + Buffer.from(one.piece).toString('latin1') + after;
    case 'byte':
      return before + String.fromCharCode(one.value) + after.slice(1);
    case 'remove':
      return before + after.slice(one.length);
    case 'repeat': {
      const times = Math.min(one.times, Math.floor(mostBytes / one.length));
      return before + after.slice(0, one.length).repeat(times) + after.slice(one.length);
    }
    case 'splice': {
      const from = placeIn(donor, one.from);
      return before + donor.slice(from, from + one.length) + after;
    }
    default:
      return changedLines(before, after, one);
  }
}

function changedLines(before: string, after: string, { kind, count }: Mutation & { count: number }): string {
  const lines = after.split(/(?<=\n)/u);
  // It begins within a line.
  const [rest = '', ...whole] = lines;
  const [first, others] = [whole.slice(0, count), whole.slice(count)];
  const order = {
    removeLines: [others],
    doubleLines: [first, first, others],
    swapLines: [others.slice(0, 1), first, others.slice(1)],
  };
  return before + rest + order[kind as keyof typeof order].flat().join('');
}
