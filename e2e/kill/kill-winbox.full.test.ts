import { winboxCases } from './kill-cases.ts';
import { testKillMatrix } from './kill-matrix.ts';
import { moments } from './kill-points.ts';

// What the moments of a line do to the journal is the same here: one of them for each line, in turn.
testKillMatrix(winboxCases, (line) => [moments[line % moments.length]!]);
