export type RegistryValue =
  | { name: string; type: 'REG_SZ'; data: string }
  | { name: string; type: 'REG_MULTI_SZ'; data: string[] }
  | { name: string; type: 'REG_DWORD'; data: number }
  | { name: string; type: 'REG_BINARY'; data: Uint8Array };

export interface RegistryKey {
  /** In full: `HKEY_LOCAL_MACHINE\…`, in the case that the registry keeps. */
  path: string;
  values: RegistryValue[];
}

export const sz = (name: string, data: string): RegistryValue => ({ name, type: 'REG_SZ', data });
export const multiSz = (name: string, data: string[]): RegistryValue => ({ name, type: 'REG_MULTI_SZ', data });
export const dword = (name: string, data: number): RegistryValue => ({ name, type: 'REG_DWORD', data });
export const binary = (name: string, data: Uint8Array): RegistryValue => ({ name, type: 'REG_BINARY', data });
