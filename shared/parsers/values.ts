/** A GUID in lower case without braces, or null. */
export function readGuid(text: string): string | null {
  const match = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/iu.exec(text);
  return match?.[1]?.toLowerCase() ?? null;
}

/** A store name as facts hold it: `MY` in upper case, others as they are. */
export const storeName = (text: string): string => (/^my$/iu.test(text) ? 'MY' : text);

/** A GUID from its 16 bytes in hex, whose first three groups are little-endian; null when they are none. */
export function readGuidBytes(hex: string | null): string | null {
  if (hex === null || !/^[0-9a-f]{32}$/iu.test(hex)) return null;
  const bytes = hex.toLowerCase().match(/../gu) ?? [];
  const group = (order: number[]): string => order.map((index) => bytes[index]).join('');
  const tail = bytes.slice(10).join('');
  return [group([3, 2, 1, 0]), group([5, 4]), group([7, 6]), group([8, 9]), tail].join('-');
}
