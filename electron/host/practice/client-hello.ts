/** What the first bytes of a TLS connection tell before anything is answered. */
export type ClientHello = { serverName: string | null };

/**
 * Reads the server name from a ClientHello (RFC 8446 4.1.2, RFC 6066 3).
 *
 * @returns undefined while bytes are missing; null when this is no ClientHello
 */
export function readClientHello(bytes: Buffer): ClientHello | null | undefined {
  const message = handshakeMessage(bytes);
  if (message === undefined || message === null) return message;
  try {
    return { serverName: serverNameOf(message) };
  } catch {
    return null;
  }
}

/** The first handshake message's body, put together from as many records as it needs. */
function handshakeMessage(bytes: Buffer): Buffer | null | undefined {
  const parts: Buffer[] = [];
  let have = 0;
  for (let at = 0; ;) {
    if (bytes.length > at && bytes[at] !== 22) return null;
    if (bytes.length < at + 5) return undefined;
    const end = at + 5 + bytes.readUInt16BE(at + 3);
    if (bytes.length < end) return undefined;
    parts.push(bytes.subarray(at + 5, end));
    have += end - at - 5;
    at = end;
    if (have < 4) continue;
    const all = Buffer.concat(parts);
    if (all[0] !== 1) return null;
    const length = all.readUIntBE(1, 3);
    if (length > 65536) return null;
    if (have >= 4 + length) return all.subarray(4, 4 + length);
  }
}

/** Throws a RangeError where the message ends too early. */
function serverNameOf(message: Buffer): string | null {
  let at = 2 + 32;
  at += 1 + message.readUInt8(at);
  at += 2 + message.readUInt16BE(at);
  at += 1 + message.readUInt8(at);
  if (at >= message.length) return null;
  const end = at + 2 + message.readUInt16BE(at);
  at += 2;
  while (at + 4 <= end) {
    const type = message.readUInt16BE(at);
    const length = message.readUInt16BE(at + 2);
    // A list of names of which the only known kind is a host name: list length, kind, length.
    if (type === 0 && length > 5) {
      const size = message.readUInt16BE(at + 7);
      return message.toString('latin1', at + 9, at + 9 + size).toLowerCase();
    }
    at += 4 + length;
  }
  return null;
}
