import { userInfo } from 'node:os';

/** Whose session this process runs in, as `DOMAIN\name` where Windows tells a domain; null when the system does not tell. */
export function accountName(env = process.env): string | null {
  try {
    const { username } = userInfo();
    const domain = env['USERDOMAIN'];
    return process.platform === 'win32' && domain ? `${domain}\\${username}` : username;
  } catch {
    return null;
  }
}
