import { ensureBuilt } from './ensure-built.mjs';

/**
 * Tests run the built programs: psdoctor, and winbox's tools. A failed build has
 * said so itself; the tests that need none of it run nevertheless.
 */
export default function setup() {
  try {
    ensureBuilt(['psdoctor', 'winbox']);
  } catch (error) {
    console.error((error as Error).message);
  }
}
