import { Notice } from './notice.tsx';

interface BesideButtonProps {
  /** Why what was asked for came to nothing. */
  problem: string | null;
  /** The answer to the dialog was no: what that leaves, in one sentence. */
  declined: string | null;
}

const intoSight = (place: HTMLElement | null) => place?.scrollIntoView({ block: 'nearest' });

/** What came of a button, where the eye is. */
export function BesideButton({ problem, declined }: BesideButtonProps) {
  const words = problem ?? declined;
  if (words === null) return null;
  return (
    <div ref={intoSight} style={{ flexBasis: '100%' }}>
      <Notice tone={problem === null ? 'info' : 'broken'} urgent>
        {words}
      </Notice>
    </div>
  );
}
