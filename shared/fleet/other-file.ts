import type { RefusalReason } from './fleet.ts';

/** What stands at the beginning of the lists that `psdoctor fleet` writes: --csv, --html, and the text. */
const lists = [
  /^server,state,causes,likelihood,/u,
  /<title>Package servers: \d+ servers<\/title>/u,
  /^Package Server Doctor \S+ \| .* \| read \d/u,
];
/** And of a diagnosis that was written without --json. */
const diagnosisText = /^Package Server Doctor \S+ \| /u;

/**
 * Whether a name promises a result: documents are written as .json, evidence as .zip, and both may have no ending. A
 * file with another ending was never one, so that nothing of a server is missed where it cannot be read.
 */
export const promisesResult = (file: string): boolean => {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return !name.includes('.') || /\.(?:json|zip)$/iu.test(name);
};

/**
 * What a file is that does not begin as a document or a bundle does.
 *
 * @param head its first characters
 */
export function otherFile(file: string, head: string): { reason: RefusalReason; words: string } {
  if (lists.some((list) => list.test(head)))
    return { reason: 'list', words: 'it is a list of psdoctor, and no result' };
  if (diagnosisText.test(head)) {
    const words = 'it is the text of a diagnosis, for reading: with --json it would be the document';
    return { reason: 'otherDocument', words };
  }
  return promisesResult(file)
    ? { reason: 'foreign', words: 'it is no JSON document' }
    : { reason: 'other', words: 'it is a file of another kind' };
}
