import type { FactName } from '../../shared/model/facts.ts';
import type { Fact } from '../../shared/model/fact.ts';
import type { Probe, ProbeContext } from '../../electron/probes/probe.ts';

/** A time in which a probe waited for others, whatever else it did meanwhile. */
interface Wait {
  from: number;
  to: number;
  /** The fact, or the key of the shared work. */
  on: string;
}

interface Chain {
  ms: number;
  path: string[];
}

interface Track {
  from: number;
  to: number;
  waits: Wait[];
}

/**
 * Watches probes: when each worked, and what it waited for. From that follows how
 * long each would take if there were room for all at once: its chain.
 */
export function watchChains(probes: readonly Probe[]) {
  const tracks = new Map<string, Track>();
  const shared = new Map<string, { ms: number; starter: string }>();

  const watched = probes.map((probe): Probe => ({ ...probe, ask: (host, context) => track(probe, host, context) }));

  async function track(probe: Probe, host: Parameters<Probe['ask']>[0], context: ProbeContext) {
    const waits: Wait[] = [];
    const waited = async <T>(on: string, answer: Promise<T>): Promise<T> => {
      const from = performance.now();
      const result = await answer;
      waits.push({ from, to: performance.now(), on });
      return result;
    };
    const seen: ProbeContext = {
      signal: context.signal,
      fact: <N extends FactName>(name: N) => waited(name, context.fact(name)),
      once: (key, work) =>
        waited(
          `once ${key}`,
          context.once(key, async (signal) => {
            const began = performance.now();
            const result = await work(signal);
            shared.set(`once ${key}`, { ms: performance.now() - began, starter: probe.fact });
            return result;
          }),
        ),
    };
    const from = performance.now();
    const fact = (await probe.ask(host, seen)) as Fact<never>;
    tracks.set(probe.fact, { from, to: performance.now(), waits });
    return fact;
  }

  /** Milliseconds until a fact or a shared work would be there, and what leads to it. */
  function chainOf(name: string): Chain {
    const work = shared.get(name);
    if (work !== undefined) {
      const before = follow(work.starter, name);
      return { ms: before.ms + work.ms, path: [...before.path, name] };
    }
    const { ms, path } = follow(name);
    return { ms, path: [...path, name] };
  }

  /** A probe's way to its end, or to the place where it waits for `until`. */
  function follow(name: string, until?: string): Chain {
    const seen = tracks.get(name);
    if (seen === undefined) return { ms: 0, path: [] };
    let chain: Chain = { ms: 0, path: [] };
    let from = seen.from;
    for (const group of together(seen.waits)) {
      chain = { ...chain, ms: chain.ms + Math.max(0, group[0]!.from - from) };
      if (group.some(({ on }) => on === until)) return chain;
      for (const { on } of group) {
        const waited = chainOf(on);
        if (waited.ms > chain.ms) chain = waited;
      }
      from = Math.max(...group.map(({ to }) => to));
    }
    return { ...chain, ms: chain.ms + Math.max(0, seen.to - from) };
  }

  return {
    probes: watched,
    longest: () => [...tracks.keys()].map(chainOf).reduce((a, b) => (b.ms > a.ms ? b : a), { ms: 0, path: [] }),
  };
}

/** Waits that overlap, in groups, in their order. */
function together(waits: readonly Wait[]): Wait[][] {
  const groups: Wait[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const wait of waits.toSorted((a, b) => a.from - b.from)) {
    if (wait.from < end) groups.at(-1)?.push(wait);
    else groups.push([wait]);
    end = Math.max(end, wait.to);
  }
  return groups;
}
