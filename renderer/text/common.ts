export const commonWords = {
  product: 'Package Server Doctor',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied',
  close: 'Close',
  nothing: 'Nothing found.',
};

/** `5 of 8` and the like. */
export const ofAll = (some: number, all: number) => `${some} of ${all}`;

/** `1 site`, `2 sites`. */
export const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
