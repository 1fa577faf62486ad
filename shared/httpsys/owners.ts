import type { HttpSysRecord } from '../model/facts/httpsys.ts';

/** The application id that IIS writes, lower case without braces as in facts. */
export const iisApplicationId = '4dc3e181-e14b-4a21-b022-59fc669b0914';

const zeros = '00000000-0000-0000-0000-000000000000';
const managementService = 'IIS Web Management Service';

const products: ReadonlyMap<string, string> = new Map([
  [iisApplicationId, 'IIS'],
  ['214124cd-d05b-4309-9af9-9caa44b2b74a', 'IIS Express'],
  ['d7d72267-fcf9-4424-9eec-7e1d8dcec9a9', managementService],
  ['5d89a20c-beab-4389-9447-324788eb944a', 'AD FS'],
  ['f955c070-e044-456c-ac00-e9e4275b3f04', 'Web Application Proxy'],
  ['afebb9ad-9b97-4a91-9ab5-daf4d59122f6', 'WinRM'],
  ['ce66697b-3aa0-49d1-bdbd-a25c8359fd5d', 'Work Folders'],
  ['1d40ebc7-1983-4ac5-82aa-1e17a7ae9a0e', 'SQL Server Reporting Services'],
  ['5d8e2743-ef20-4d38-8751-7e400f200e65', 'KDC Proxy'],
]);

/** `product` is null for ids that are all zeros, missing, or not in the table. */
export interface Owner {
  kind: 'iis' | 'product' | 'zeros' | 'unknown';
  product: string | null;
}

/**
 * Who probably wrote a record, by its application id. The id is a label that
 * any program may use, so words for people say *probably*.
 */
export function ownerOf(record: Pick<HttpSysRecord, 'appId' | 'endpoint'>): Owner {
  const { appId, endpoint } = record;
  if (appId === iisApplicationId) return { kind: 'iis', product: 'IIS' };
  if (appId === zeros) {
    return endpoint.port === 8172 ? { kind: 'product', product: managementService } : { kind: 'zeros', product: null };
  }
  const product = products.get(appId ?? '') ?? null;
  return { kind: product === null ? 'unknown' : 'product', product };
}
