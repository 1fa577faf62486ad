import { canonicalAddress } from '../httpsys/address.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';

export interface Socket {
  address: string;
  port: number;
  pid: number;
}

/** No line of netstat is nearly as long. */
const longestLine = 1000;
const tcp = /^\s*TCP\s+(\S+):(\d{1,5})\s+(\S+):(\d{1,5})\s.*?(\d{1,10})\s*$/iu;

/**
 * Reads `netstat -ano`: the TCP sockets that listen, known by the foreign address
 * `0.0.0.0:0` or `[::]:0`, since the word for it is translated; the process id is
 * the last column. A text that ends within a line may lack sockets, and is none.
 */
export function parseNetstat(text: string): Parsed<Socket[]> {
  const sockets: Socket[] = [];
  let connections = 0;
  for (const line of text.split(/\r?\n/u)) {
    const [, local = '', port, foreign, foreignPort, pid] = (line.length <= longestLine && tcp.exec(line)) || [];
    if (port === undefined) continue;
    connections += 1;
    const listening = foreignPort === '0' && (foreign === '0.0.0.0' || foreign === '[::]');
    const address = canonicalAddress(local);
    if (listening && address !== null) sockets.push({ address, port: Number(port), pid: Number(pid) });
  }
  if (connections === 0) return unreadable('no TCP connection is in it');
  return text.endsWith('\n') ? parsed(sockets) : unreadable('the text is cut off');
}
