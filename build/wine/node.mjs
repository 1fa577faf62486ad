import { consoleNode } from '../package/console/node.mjs';

/**
 * The Node.js for Windows that runs under Wine: V8 of the line that ships (24) reserves memory in a way that Debian's
 * Wine 8 does not have, and ends with "Fatal process out of memory: SegmentedTable::InitializeTable".
 */
export const wineNode = {
  name: consoleNode.name,
  version: '22.23.3',
  integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
};
