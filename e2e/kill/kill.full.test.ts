import { killCases } from './kill-cases.ts';
import { testKillMatrix } from './kill-matrix.ts';
import { moments } from './kill-points.ts';

testKillMatrix(killCases, () => moments);
