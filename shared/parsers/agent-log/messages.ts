/**
 * The lines of the agent's log that tell something about the package service,
 * as Broadcom's articles quote them. Wording beyond the quoted part is not
 * known, so the needle is what cannot vary: it is found anywhere in a message,
 * whatever its case (the case of paths such as ROOT differs by version).
 */
export const agentLogMessages = {
  /** KB158750: the plug-in is loaded and started when the agent's service starts. */
  pluginLoading: ['Loading client object: Altiris.AeXNSCPkgSvr'],
  pluginStarting: ['Starting client object: Altiris.AeXNSCPkgSvr'],
  /** KB158750: it makes its directories below IIS's site 1. */
  baseDirectory: ['Creating base virtual directory'],
  /** KB422201: one line for each package group; KB172128 takes them as the sign that no feature is missing. */
  virtualDirectory: ['Creating/updating virtual directory'],
  /** KB158750: site 1 is not there. */
  siteMissing: ['IMSAdminBase->OpenKey failed'],
  /** KB158750, KB162859: what follows from the failures beside it. */
  pluginFailed: ['Failed to start object Altiris.AeXNSCPkgSvr'],
  pluginNotInstalled: ["Object 'Altiris.AeXNSCPkgSvr' is not installed"],
  /** KB162859: SYSTEM lacks rights on the key Package Server. */
  registryAccess: ['Failed to create Package Server registry keys'],
  /** KB160917. */
  featuresMissing: ['Not all required Features of IIS are installed'],
  roleServicesMissing: ['next required Role Services are missing:'],
  /** KB172128. */
  selfAccessHttps: ['could not access own Web Site using HTTPS'],
  /** KB191688. */
  selfAccess: ['could not access its own web site'],
  /** KB179719: file system or credential. */
  directoryAccess: ['Cannot create directory: 0x80070005', 'Error while copying event to capture directory'],
  /** KB272256: the agent checks its copy of the certificates, and puts back what is missing. */
  certificateCheck: ['Validating certificate store', 'Periodic certificate validation started'],
  certificateRestoreFailed: ['Failed to restore the certificates'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AgentLogMessage = keyof typeof agentLogMessages;
