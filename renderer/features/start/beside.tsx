import { AboutFields } from './about-fields.tsx';
import { OpenKept } from './open-kept.tsx';

/** What stands beside the servers. */
export default function Beside() {
  return (
    <>
      <OpenKept />
      <AboutFields />
    </>
  );
}
