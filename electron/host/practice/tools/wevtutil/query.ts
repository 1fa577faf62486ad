import type { SystemEvent } from '../../model/windows.ts';

type Matcher = (event: SystemEvent, now: Date) => boolean;

/**
 * The part of the event log's XPath that queries by provider, id, level and age
 * need: `*[System[…]]` with `and`, `or` and parentheses inside.
 *
 * @returns undefined for anything else
 */
export function parseQuery(text: string): Matcher | undefined {
  if (text.trim() === '*') return () => true;
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  try {
    const reader = new Reader(tokens);
    reader.take('*');
    const matcher = reader.predicate();
    reader.end();
    return matcher;
  } catch {
    return undefined;
  }
}

const tokenPattern = /\s*(<=|>=|[*[\]()=<>,@]|'[^']*'|"[^"]*"|&lt;=?|&gt;=?|[\w-]+)/uy;

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.trimEnd().length) {
    const found = tokenPattern.exec(text);
    if (found === null) return undefined;
    tokens.push((found[1] ?? '').replace('&lt;', '<').replace('&gt;', '>'));
  }
  return tokens;
}

/** Reads one query by descent; what it does not know it throws at. */
class Reader {
  private at = 0;
  private readonly tokens: readonly string[];
  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  take(wanted?: string): string {
    const token = this.tokens[this.at];
    if (token === undefined || (wanted !== undefined && token !== wanted)) throw new Error(`No ${wanted} here.`);
    this.at += 1;
    return token;
  }

  end(): void {
    if (this.at !== this.tokens.length) throw new Error('There is more.');
  }

  private next(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  predicate(): Matcher {
    this.take('[');
    const inner = this.alternatives();
    this.take(']');
    return inner;
  }

  private alternatives(): Matcher {
    const parts = [this.all()];
    while (this.next('or')) parts.push(this.all());
    return (event, now) => parts.some((part) => part(event, now));
  }

  private all(): Matcher {
    const parts = [this.one()];
    while (this.next('and')) parts.push(this.one());
    return (event, now) => parts.every((part) => part(event, now));
  }

  private one(): Matcher {
    if (this.next('(')) {
      const inner = this.alternatives();
      this.take(')');
      return inner;
    }
    const name = this.take();
    switch (name) {
      case 'System':
      case 'Provider':
      case 'TimeCreated':
        return this.predicate();
      case '@':
        return this.attribute();
      case 'EventID':
      case 'Level': {
        const compare = this.comparison();
        return ({ id, level }) => compare(name === 'EventID' ? id : level);
      }
      case 'timediff': {
        for (const token of ['(', '@', 'SystemTime', ')']) this.take(token);
        const compare = this.comparison();
        return ({ at }, now) => compare(now.getTime() - Date.parse(at));
      }
      default:
        throw new Error(`${name} is not known.`);
    }
  }

  private attribute(): Matcher {
    this.take('Name');
    this.take('=');
    const wanted = this.take().slice(1, -1);
    return ({ provider }) => provider === wanted;
  }

  private comparison(): (value: number) => boolean {
    const operator = this.take();
    const wanted = Number(this.take());
    if (Number.isNaN(wanted)) throw new Error('That is no number.');
    switch (operator) {
      case '=':
        return (value) => value === wanted;
      case '<=':
        return (value) => value <= wanted;
      case '>=':
        return (value) => value >= wanted;
      default:
        throw new Error(`${operator} is not known.`);
    }
  }
}
