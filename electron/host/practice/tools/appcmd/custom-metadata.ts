import { lines, type ToolOutput } from '../tool.ts';

/** The section by its full name, or by its older one. */
export const isCustomMetadata = (section: string): boolean =>
  /^(?:system\.applicationHost\/)?customMetadata$/iu.test(section);

export const sameKey =
  (path: string | undefined) =>
  (key: { path: string }): boolean =>
    key.path.toLowerCase() === path?.toLowerCase();

export const metadataChanged = (): ToolOutput => ({
  exitCode: 0,
  out: lines(
    'Applied configuration changes to section "system.applicationHost/customMetadata" for "MACHINE/WEBROOT/APPHOST" at configuration commit path "MACHINE/WEBROOT/APPHOST"',
  ),
});
