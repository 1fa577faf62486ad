import type { Result } from '../../shared/model/result.ts';

/** `endpoints`: thirty on the site of the package server; `names`: names as long as they may be. */
export type Growth = 'endpoints' | 'names';

const longName = `${'ps-server-with-a-long-name-'.repeat(3).slice(0, 63)}.${'branch-'.repeat(8).slice(0, 60)}.corp.example`;

/** A result that is harder to put on paper. */
export function grow(result: Result, growth: Growth | undefined): Result {
  if (growth === 'names') return withLongNames(result);
  return growth === 'endpoints' ? withEndpoints(result) : result;
}

const withLongNames = (result: Result): Result =>
  JSON.parse(
    JSON.stringify(result)
      .replaceAll(/PS07\.corp\.example/giu, longName)
      .replaceAll('Default Web Site', `Default Web Site ${'of the northern branch office '.repeat(4).trim()}`),
  ) as Result;

function withEndpoints(result: Result): Result {
  const grown = structuredClone(result);
  const { iisConfig, httpSysLive } = grown.facts;
  if (iisConfig?.state !== 'known' || httpSysLive?.state !== 'known') throw new Error('nothing to grow');
  const site = iisConfig.value.sites.find(({ id }) => id === 1);
  const [record] = httpSysLive.value.records;
  for (let count = 1; count < 30; count += 1) {
    const host = `packages-${count}.branch.corp.example`;
    site?.bindings.push({ protocol: 'https', address: '*', port: 443, host, sslFlags: 1 });
    if (record !== undefined && count % 3 !== 0) {
      httpSysLive.value.records.push({ ...record, endpoint: { kind: 'sni', address: '', host, port: 443 } });
    }
  }
  return grown;
}
