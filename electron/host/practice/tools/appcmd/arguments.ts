export interface AppcmdArguments {
  /** `list`, `set`, `add`, `restore`. */
  verb: string;
  /** `site`, `config`, `backup`. */
  object: string;
  identifier: string | null;
  /** `/name:value`, `-name:value` and bare `/name`, names in lower case. */
  options: Map<string, string>;
  /** `/+bindings.[…]` and `/-bindings.[…]`, in order. */
  edits: { add: boolean; collection: string; attributes: Record<string, string> }[];
  /** `/+[…].[…]` and `-[…].[…]` of a section, in order: the attributes of each step to the element. */
  additions: Record<string, string>[][];
  removals: Record<string, string>[][];
}

/** Reads appcmd's command line; undefined for an edit that is not well formed. */
export function parseArguments(args: readonly string[]): AppcmdArguments | undefined {
  const [verb = '', object = '', ...rest] = args;
  const parsed: AppcmdArguments = {
    verb: verb.toLowerCase(),
    object: object.toLowerCase().replace(/s$/u, ''),
    identifier: null,
    options: new Map(),
    edits: [],
    additions: [],
    removals: [],
  };
  for (const arg of rest) {
    const edit = /^[/-]([+-])([\w.]+)\.\[(.*)\]$/su.exec(arg);
    const element = /^(?:[/-](\+)|[/-]-?)\[(.*)\]$/su.exec(arg);
    if (element !== null) {
      const steps = (element[2] ?? '').split('].[').map(parseAttributes);
      const known = steps.filter((step) => step !== undefined);
      if (known.length < steps.length) return undefined;
      (element[1] === undefined ? parsed.removals : parsed.additions).push(known);
    } else if (edit !== null) {
      const attributes = parseAttributes(edit[3] ?? '');
      if (attributes === undefined) return undefined;
      parsed.edits.push({ add: edit[1] === '+', collection: (edit[2] ?? '').toLowerCase(), attributes });
    } else if (/^[/-][a-z]/iu.test(arg)) {
      const at = arg.indexOf(':');
      const name = at === -1 ? arg.slice(1) : arg.slice(1, at);
      parsed.options.set(name.toLowerCase(), at === -1 ? '' : arg.slice(at + 1));
    } else if (parsed.identifier === null) parsed.identifier = arg;
    else return undefined;
  }
  return parsed;
}

function parseAttributes(text: string): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  const rest = text.replace(/(\w+)='([^']*)'\s*(?:,|$)/gu, (_, name: string, value: string) => {
    attributes[name.toLowerCase()] = value;
    return '';
  });
  return rest.trim() === '' ? attributes : undefined;
}
