import { expect, it } from 'vitest';
import { toolEnvironment } from './environment.ts';

it('gives a tool what it needs of the machine, and nothing that changes what it runs', () => {
  const environment = toolEnvironment(
    {
      COMPUTERNAME: 'PS01',
      'programfiles(x86)': 'C:\\Program Files (x86)',
      TEMP: 'C:\\Temp',
      PATH: 'C:\\evil',
      PSModulePath: 'C:\\evil',
      PATHEXT: '.JS',
      ComSpec: 'C:\\evil\\cmd.exe',
      SystemRoot: 'C:\\evil',
      NODE_OPTIONS: '--require evil',
      ELECTRON_RUN_AS_NODE: '1',
      COR_ENABLE_PROFILING: '1',
      COMPLUS_Version: 'x',
      __COMPAT_LAYER: 'RunAsInvoker',
      SECRET: 'x',
    },
    'D:\\Windows',
  );
  expect(environment).toEqual({
    ComputerName: 'PS01',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    Temp: 'C:\\Temp',
    SystemRoot: 'D:\\Windows',
    windir: 'D:\\Windows',
    ComSpec: 'D:\\Windows\\System32\\cmd.exe',
    Path: 'D:\\Windows\\System32;D:\\Windows;D:\\Windows\\System32\\Wbem;D:\\Windows\\System32\\WindowsPowerShell\\v1.0',
    PATHEXT: '.COM;.EXE;.BAT;.CMD',
    PSModulePath: 'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\Modules',
  });
});
