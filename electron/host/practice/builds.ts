/** The Windows Server builds that a practice server can be, with the names that their registry gives them. */
export const productNames: Readonly<Record<number, string>> = {
  14393: 'Windows Server 2016 Standard',
  17763: 'Windows Server 2019 Standard',
  20348: 'Windows Server 2022 Standard',
  26100: 'Windows Server 2025 Standard',
};

/** `netsh http update sslcert`, and HttpEvent 15302 that tells of it, exist from this build on. */
export const firstBuildWithUpdate = 15063;
/** From this build on `netsh http show servicestate` names each process's image. */
export const firstBuildWithProcessImages = 17763;
/** From this build on netsh writes UTF-8 into a pipe; before, the OEM page. */
export const firstBuildWithUtf8Netsh = 26100;
export const firstBuildWithTls13 = 20348;
/** Server 2025 has no IIS 6 Management Console. */
export const firstBuildWithoutLegacyConsole = 26100;
