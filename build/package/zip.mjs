import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/**
 * @param {string} path
 * @param {{ name: string, file: string }[]} files what goes in, by the name it has there
 */
export async function writeZip(path, files) {
  const zip = new ZipFile();
  for (const { name, file } of files) zip.addFile(file, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}
