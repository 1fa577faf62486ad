import { known, unknown, type Fact } from '../../shared/model/fact.ts';
import { factNames, type FactName, type Facts, type FactValue } from '../../shared/model/facts.ts';
import type { Reading, Share } from './reading.ts';

export interface Merged {
  facts: Facts;
  /** Of the facts that came only in part. */
  shares: Map<FactName, Share>;
  notes: string[];
}

/**
 * One fact of each kind from all that was sent. What a bundle knows comes first,
 * for it tells of one server at one time; then what came whole before what came
 * in part, and of equals the last. Certificates are taken together. What nobody
 * sent is not recorded.
 *
 * @param bundle facts of an evidence bundle, or null when none was sent
 * @param readings in the order in which the files were named
 */
export function mergeReadings(bundle: Facts | null, readings: readonly Reading[]): Merged {
  const merged: Merged = { facts: { ...bundle }, shares: new Map(), notes: [] };
  for (const name of factNames) {
    const all = readings.filter(({ fact }) => fact === name);
    if (bundle?.[name]?.state === 'known')
      merged.notes.push(...all.map((one) => passedOver(one, 'the evidence bundle has it')));
    else if (all.length > 0) mergeOne(merged, name, all);
    else if (bundle === null) setFact(merged.facts, name, unknown('notRecorded', 'It was not sent.'));
  }
  return merged;
}

function mergeOne({ facts, shares, notes }: Merged, name: FactName, all: readonly Reading[]): void {
  const read = all.filter(({ value }) => value !== null);
  const chosen = read.findLast(({ share }) => share === undefined) ?? read.at(-1);
  if (chosen === undefined) {
    const { file, problem } = all.at(-1)!;
    return setFact(facts, name, unknown('failed', `What was sent as ${file} cannot be read: ${problem}.`, [file]));
  }
  const together = name === 'certificates' ? read : [chosen];
  const value = name === 'certificates' ? allCertificates(read) : chosen.value;
  setFact(facts, name, known(value, [...new Set(together.map(({ file }) => file))]));
  if (chosen.share !== undefined) shares.set(name, chosen.share);
  for (const other of all) if (!together.includes(other)) notes.push(passedOver(other, `${chosen.file} counts`));
}

/** The type of a fact's value goes with its name, which a loop over names cannot show. */
function setFact(facts: Facts, name: FactName, fact: Fact<unknown>): void {
  Object.assign(facts, { [name]: fact });
}

const passedOver = ({ file, fact }: Reading, why: string): string => `${file}: its ${fact} is not used, ${why}.`;

/** Each certificate once, whichever file it came in. */
function allCertificates(readings: readonly Reading[]): FactValue<'certificates'> {
  const items = readings.flatMap(({ value }) => (value as FactValue<'certificates'>).items);
  return { items: [...new Map(items.map((item) => [item.thumbprint, item])).values()] };
}
