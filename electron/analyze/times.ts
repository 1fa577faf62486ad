/** By which the clock of a server, or a log in local time, can be ahead of the one who analyses. */
const aheadMs = 24 * 60 * 60_000;

const isFuture = (time: string, analysed: Date): boolean => Date.parse(time) > analysed.getTime() + aheadMs;

/** What to say behind a time that has not come yet; nothing behind any other. */
export const futureWords = (time: string, analysed: Date): string =>
  isFuture(time, analysed)
    ? `, a time that has not come yet (it is ${analysed.toISOString()} here): a clock was wrong, or somebody altered it`
    : '';

/** Whether what has the first time counts before what has the second: one that has not come yet counts last. */
export function isLater(time: string, other: string, analysed: Date): boolean {
  const [future, otherFuture] = [isFuture(time, analysed), isFuture(other, analysed)];
  return future === otherFuture ? time >= other : otherFuture;
}

/**
 * The time that everything is judged by, and why it is that one.
 *
 * @param inside the times that stand in what was sent, ISO-8601 UTC
 * @param files of which the newest counts where there is none inside
 */
export function judgedAsOf(
  inside: readonly string[],
  files: readonly { modified: string }[],
  analysed: Date,
): { now: string; words: string[] } {
  const future = inside.filter((time) => isFuture(time, analysed)).toSorted();
  const passedOver = future
    .slice(-1)
    .map((time) => `Nothing is judged as of ${time}, which is in what was sent${futureWords(time, analysed)}.`);
  const chosen = newestOf(
    inside.filter((time) => !isFuture(time, analysed)),
    files,
    analysed.toISOString(),
  );
  return { now: chosen.now, words: [...passedOver, chosen.words] };
}

function newestOf(inside: readonly string[], files: readonly { modified: string }[], analysed: string) {
  const told = inside.toSorted().at(-1);
  if (told !== undefined) return { now: told, words: `Judged as of ${told}, the newest time in what was sent.` };
  const now =
    files
      .map(({ modified }) => modified)
      .toSorted()
      .at(-1) ?? analysed;
  const why =
    now === analysed
      ? 'the time of this analysis: no earlier time is in what was sent'
      : 'the time of the newest file: there is no time in what was sent';
  return { now, words: `Judged as of ${now}, ${why}.` };
}
