/**
 * The one table of programs that the product may start, below the system root.
 * A name that is not here cannot be run, and none is looked up in PATH.
 */
const toolPaths = {
  netsh: 'System32\\netsh.exe',
  appcmd: 'System32\\inetsrv\\appcmd.exe',
  reg: 'System32\\reg.exe',
  sc: 'System32\\sc.exe',
  whoami: 'System32\\whoami.exe',
  netstat: 'System32\\netstat.exe',
  tasklist: 'System32\\tasklist.exe',
  wevtutil: 'System32\\wevtutil.exe',
  dism: 'System32\\dism.exe',
  certutil: 'System32\\certutil.exe',
  powershell: 'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
} as const;

export type ToolName = keyof typeof toolPaths;

export const toolNames = Object.keys(toolPaths) as ToolName[];

/** The absolute path of a tool; `systemRoot` is such as `C:\Windows`. */
export function toolPath(tool: ToolName, systemRoot = 'C:\\Windows'): string {
  return `${systemRoot}\\${toolPaths[tool]}`;
}
