import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elevatedScript, quoteArgument } from './elevated-script.ts';

/** What CommandLineToArgvW makes of a line (MS: "Parsing C++ command-line arguments"). */
function argvOf(line: string): string[] {
  const args: string[] = [];
  let [current, quoted, open] = ['', false, false];
  for (const [, backslashes = '', next = ''] of line.matchAll(/(\\*)([^\\]|$)/gsu)) {
    if (next === '"') {
      current += '\\'.repeat(Math.floor(backslashes.length / 2));
      open = true;
      if (backslashes.length % 2 === 1) current += '"';
      else quoted = !quoted;
    } else if (/^\s$/u.test(next) && !quoted) {
      if (open || current + backslashes !== '') args.push(current + backslashes);
      [current, open] = ['', false];
    } else {
      current += backslashes + next;
    }
  }
  return open || current !== '' ? [...args, current] : args;
}

/** The text of each literal in a script, and the script without them. */
function literalsOf(script: string): { literals: string[]; code: string } {
  const literals: string[] = [];
  const code = script.replace(
    /'((?:[^'\u2018\u2019\u201a\u201b]|(['\u2018\u2019\u201a\u201b])\2)*)'/gu,
    (_, text: string) => {
      literals.push(text.replace(/(['\u2018\u2019\u201a\u201b])\1/gu, '$1'));
      return '<>';
    },
  );
  return { literals, code };
}

const nasty = fc.string({
  unit: fc.constantFrom('a', ' ', '"', "'", '\\', '\u2019', '$', ';', '`', '&', '%', '\n'),
  maxLength: 12,
});

describe('elevatedScript', () => {
  it('brings every argument through, whatever it holds', () => {
    fc.assert(
      fc.property(nasty, fc.array(nasty, { minLength: 1 }), (program, args) => {
        const { literals, code } = literalsOf(elevatedScript(program, args));
        expect(literals[0]).toBe(program);
        expect(argvOf(literals[2] ?? '')).toEqual(args);
        expect(code).toBe(
          '$start = @{ FilePath = <>; Verb = <> }\n$start.ArgumentList = <>\nStart-Process @start -ErrorAction Stop',
        );
      }),
    );
  });

  it('leaves out the list where there is none: PowerShell refuses an empty one', () => {
    expect(elevatedScript('C:\\a.exe', [])).not.toContain('ArgumentList');
  });

  it('quotes only what needs it', () => {
    expect(quoteArgument('--target=windows')).toBe('--target=windows');
    expect(quoteArgument('C:\\a b\\')).toBe('"C:\\a b\\\\"');
  });
});
