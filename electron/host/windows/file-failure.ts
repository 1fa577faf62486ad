import type { FileOutcome } from '../host.ts';

export interface FileFailure {
  outcome: Extract<FileOutcome, 'notFound' | 'accessDenied' | 'locked' | 'failed'>;
  detail?: string;
}

/**
 * What an error of the file system means. libuv reports a sharing or a lock
 * violation (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION) as EBUSY, and a
 * refused access as EACCES or EPERM.
 */
export function fileFailure(error: unknown): FileFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { outcome: 'notFound' };
    case 'EACCES':
    case 'EPERM':
      return { outcome: 'accessDenied' };
    case 'EBUSY':
      return { outcome: 'locked', detail: 'Another program holds the file open.' };
    default:
      return { outcome: 'failed', detail: `The file system answered ${code ?? message}.` };
  }
}
