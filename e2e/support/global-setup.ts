import { ensureBuilt } from '../../build/ensure-built.mjs';
import { electronRuntime } from '../../build/runtime/index.mjs';

/** Builds what the specs run, and fetches Electron before a test's clock is running. */
export default async function setup() {
  ensureBuilt(['app', 'psdoctor', 'winbox']);
  await electronRuntime();
}
