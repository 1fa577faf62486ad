// What shared may use beside the language: the few globals that Node and the
// page have in common, and no more of them than it needs.

declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  readonly href: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare function atob(base64: string): string;

/** Web crypto's name for what a key or a signature is made with. */
interface Algorithm {
  name: string;
}
