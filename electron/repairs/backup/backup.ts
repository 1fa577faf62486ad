import type { Case } from '../../cases/case.ts';
import type { Host } from '../../host/host.ts';
import type { LiveState } from '../live-state.ts';
import type { Design } from '../repair.ts';

/** What a backup is made of and where it goes. */
export interface BackupContext<State = LiveState> {
  host: Host;
  state: State;
  design: Design;
  /** Keeps the files; each repair of a case has a name of its own, such as `01-rebind-certificate`. */
  case: Case;
  run: string;
}

/** One backup, made before the first step. No backup, no change. */
export interface Backup<State = LiveState> {
  /** What will be kept, as the plan says it. */
  words(design: Design): string;
  /** Makes it, checks that it is there, and says where it lies. @throws UserError failed */
  make(context: BackupContext<State>): Promise<string>;
}
