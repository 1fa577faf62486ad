import { z } from 'zod';
import { CauseId } from './cause.ts';
import { RepairId } from './repair-id.ts';

/** One practice scenario, as `psdoctor scenarios` lists it and the start screen offers it. */
export const Scenario = z.object({
  id: z.string(),
  title: z.string(),
  /** BCP 47, the language the simulated Windows speaks. */
  language: z.string(),
  build: z.int(),
  expectedCause: CauseId,
  alsoCauses: z.array(CauseId),
  curedBy: z.array(RepairId),
  notOffered: z.array(RepairId),
});
export type Scenario = z.infer<typeof Scenario>;
