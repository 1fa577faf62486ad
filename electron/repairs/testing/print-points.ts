/** Prints the points of a matrix as a table, and how often each outcome came, in one line. */
export function printPoints<Point extends object>(points: readonly Point[], outcomeOf: (point: Point) => string): void {
  console.table(points);
  const outcomes = points.map(outcomeOf);
  const counts = [...new Set(outcomes)].map(
    (outcome) => `${outcomes.filter((one) => one === outcome).length} × ${outcome}`,
  );
  console.log(`${points.length} points: ${counts.join('; ')}`);
}
