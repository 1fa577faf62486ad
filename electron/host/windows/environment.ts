/** What a Windows program may need to know of the machine and the person, and nothing that changes what it runs. */
const inherited = [
  'SystemDrive',
  'ComputerName',
  'UserName',
  'UserDomain',
  'UserProfile',
  'AppData',
  'LocalAppData',
  'AllUsersProfile',
  'ProgramData',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramW6432',
  'CommonProgramFiles',
  'CommonProgramFiles(x86)',
  'CommonProgramW6432',
  'Public',
  'Temp',
  'Tmp',
  'Number_Of_Processors',
  'Processor_Architecture',
];

/**
 * The environment of every tool. Search paths are the system's own: an elevated
 * process must not find a program or a PowerShell module where a user put it, and
 * variables such as COMPLUS_*, NODE_OPTIONS or __COMPAT_LAYER are not passed on.
 *
 * @param environment such as process.env; names count in any case, as on Windows
 * @param systemRoot such as `C:\Windows`
 */
export function toolEnvironment(environment: NodeJS.ProcessEnv, systemRoot: string): Record<string, string> {
  const wanted = new Map(inherited.map((name) => [name.toUpperCase(), name]));
  const kept = Object.entries(environment).flatMap(([name, value]) => {
    const wantedName = wanted.get(name.toUpperCase());
    return wantedName === undefined || value === undefined ? [] : [[wantedName, value] as const];
  });
  const system32 = `${systemRoot}\\System32`;
  const powershell = `${system32}\\WindowsPowerShell\\v1.0`;
  return {
    ...Object.fromEntries(kept),
    SystemRoot: systemRoot,
    windir: systemRoot,
    ComSpec: `${system32}\\cmd.exe`,
    Path: [system32, systemRoot, `${system32}\\Wbem`, powershell].join(';'),
    PATHEXT: '.COM;.EXE;.BAT;.CMD',
    PSModulePath: `${powershell}\\Modules`,
  };
}
