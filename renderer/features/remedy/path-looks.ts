import type { Tone } from '../../components/card.tsx';
import type { IconName } from '../../components/icons.tsx';
import type { PathState } from './path.ts';

/** Sign, colour and edge of each state of the path. */
export const pathLooks: Record<PathState, { icon: IconName; ink: string; tone: Tone }> = {
  needed: { icon: 'warn', ink: 'var(--broken)', tone: 'broken' },
  blocked: { icon: 'waiting', ink: 'var(--warn)', tone: 'plain' },
  pending: { icon: 'waiting', ink: 'var(--accent)', tone: 'accent' },
  done: { icon: 'sound', ink: 'var(--sound)', tone: 'sound' },
  takenBack: { icon: 'again', ink: 'var(--warn)', tone: 'plain' },
  notNeeded: { icon: 'sound', ink: 'var(--sound)', tone: 'plain' },
  later: { icon: 'waiting', ink: 'var(--soft)', tone: 'plain' },
  notChecked: { icon: 'unknown', ink: 'var(--soft)', tone: 'plain' },
};
