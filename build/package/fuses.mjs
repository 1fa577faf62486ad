/**
 * What the shipped Electron can no longer do, for whoever starts it and however
 * (electronjs.org: "Electron Fuses"). All are strict; there is no exception.
 */
export const fuses = {
  // It would make a signed program of ours a Node that runs anybody's script, elevated too.
  runAsNode: false,
  // NODE_OPTIONS and NODE_EXTRA_CA_CERTS: code and trust by environment.
  enableNodeOptionsEnvironmentVariable: false,
  // --inspect and SIGUSR1: a debugger in the process that holds the rights. Tests attach to the page instead.
  enableNodeCliInspectArguments: false,
  // A changed app.asar does not start (enforced on Windows and macOS; the hash stands in the executable's resources) …
  enableEmbeddedAsarIntegrityValidation: true,
  // … and a folder `app` beside it is not looked for, which would get round that.
  onlyLoadAppFromAsar: true,
  // The wizard sets no cookie; if it ever did, the disk would hold no clear text.
  enableCookieEncryption: true,
  // There is no snapshot of our own: one that is laid beside the program is not loaded.
  loadBrowserProcessSpecificV8Snapshot: false,
  // Pages come by app://, so file:// needs no more rights than a browser gives it.
  grantFileProtocolExtraPrivileges: false,
};
