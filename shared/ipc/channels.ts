/**
 * The names of all channels and nothing else: this is all that the preload
 * imports, so that no schema library runs in the page.
 */
export const invokeChannels = [
  'state.get',
  'scenarios.list',
  'diagnosis.start',
  'diagnosis.cancel',
  'evidence.get',
  'evidence.bytes',
  'repair.plan',
  'repair.apply',
  'repair.forget',
  'session.about',
  'sent.open',
  'cases.list',
  'case.open',
  'case.recover',
  'checklist.tick',
  'fleet.open',
  'fleet.page',
  'fleet.server',
  'fleet.again',
  'fleet.expect',
  'fleet.close',
  'report.preview',
  'report.save',
  'app.ping',
  'app.restartElevated',
] as const;
export type InvokeChannel = (typeof invokeChannels)[number];

/** Slices of the state are pushed under these names whenever they change. */
export const pushChannels = ['session', 'diagnosis', 'repair', 'checklist', 'fleet'] as const;
export type PushChannel = (typeof pushChannels)[number];
