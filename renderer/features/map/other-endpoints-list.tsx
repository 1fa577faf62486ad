import { styled } from '@mui/material/styles';
import { useDeferredValue, useMemo, useState } from 'react';
import { otherEndpoints, type OtherEndpoint } from '../../../shared/map/other-endpoints.ts';
import { mapWords } from '../../../shared/map/words.ts';
import type { Result } from '../../../shared/model/result.ts';
import { Code } from '../../components/code.tsx';
import { Fold } from '../../components/fold.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { VirtualList } from '../../components/virtual-list.tsx';
import { mapListWords } from '../../text/map-list.ts';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(150px, 1fr) 2fr',
  gap: 12,
  padding: '5px 10px',
  borderBottom: '1px solid var(--line)',
  fontSize: '0.8125rem',
  overflowWrap: 'anywhere',
  '& span': { color: 'var(--soft)' },
});

/** A list of fewer is read at a glance and needs no search. */
const searchFrom = 12;

/** The rest of the server in one line each: a repair reaches the endpoints that are shared, so they come first. */
export function OtherEndpoints({ result }: { result: Result }) {
  const all = useMemo(
    () =>
      otherEndpoints(result)
        .toSorted((a, b) => Number(b.shared) - Number(a.shared))
        .map((endpoint) => ({ label: endpoint.label, words: about(endpoint), shared: endpoint.shared })),
    [result],
  );
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search).trim().toLowerCase();
  const shown = useMemo(
    () => (wanted === '' ? all : all.filter(({ label, words }) => `${label} ${words}`.toLowerCase().includes(wanted))),
    [all, wanted],
  );
  if (all.length === 0) return null;
  const shared = all.filter((endpoint) => endpoint.shared).length;
  return (
    <div style={{ marginTop: 8 }}>
      <Fold open={open} toggle={setOpen} summary={mapWords.others(all.length, shared)}>
        {all.length < searchFrom ? null : (
          <div style={{ display: 'flex', alignItems: 'center', marginBottom: 6, color: 'var(--soft)' }}>
            <span role="status">{mapListWords.found(shown.length, all.length)}</span>
            <SearchBox label={mapListWords.search} hint={mapListWords.hint} value={search} change={setSearch} />
          </div>
        )}
        {shown.length === 0 ? (
          <p>{mapListWords.none}</p>
        ) : (
          <VirtualList
            items={shown}
            keyOf={({ label }) => label}
            rowHeight={30}
            height={280}
            label={mapListWords.others}
          >
            {({ label, words }) => (
              <Row>
                <Code>{label}</Code>
                <span>{words}</span>
              </Row>
            )}
          </VirtualList>
        )}
      </Fold>
    </div>
  );
}

/** Of an endpoint that many sites share the first ones are named; a very long name is cut. */
const sitesNamed = 3;
const longestName = 80;

function about({ sites, thumbprint, owner, hasRecord, shared }: OtherEndpoint): string {
  const names = sites
    .slice(0, sitesNamed)
    .map((name) => (name.length > longestName ? `${name.slice(0, longestName)}…` : name));
  if (sites.length > sitesNamed) names.push(mapWords.moreOthers(sites.length - sitesNamed));
  return [
    ...(shared ? [mapWords.shared] : []),
    hasRecord ? (thumbprint ?? mapWords.noHash) : mapWords.noRecord,
    ...(hasRecord ? [owner === null ? mapWords.ownerUnknown : mapWords.probably(owner)] : []),
    sites.length === 0 ? mapWords.noSite : names.join(', '),
  ].join(' · ');
}
