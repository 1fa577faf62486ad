import { styled } from '@mui/material/styles';
import { Code } from '../../components/code.tsx';
import { mapWords } from '../../text/map.ts';
import type { Result } from '../../../shared/model/result.ts';
import { otherEndpoints, type OtherEndpoint } from './other-endpoints.ts';

const Details = styled('details')({
  marginTop: 10,
  fontSize: '0.8125rem',
  '& summary': { cursor: 'pointer', color: 'var(--soft)', width: 'fit-content' },
  '& li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(150px, 1fr) 2fr',
    gap: 12,
    padding: '4px 0',
    borderTop: '1px solid var(--line)',
  },
  '& li span': { color: 'var(--soft)' },
  '& ul': { marginTop: 6 },
});

const shown = 20;

/** The rest of the server in one line each: a repair reaches the endpoints that are shared. */
export function OtherEndpoints({ result }: { result: Result }) {
  const all = otherEndpoints(result);
  if (all.length === 0) return null;
  const shared = all.filter((endpoint) => endpoint.shared);
  return (
    <Details>
      <summary>{mapWords.others(all.length, shared.length)}</summary>
      <ul>
        {all.slice(0, shown).map((endpoint) => (
          <li key={endpoint.label}>
            <Code>{endpoint.label}</Code>
            <span>{about(endpoint)}</span>
          </li>
        ))}
      </ul>
      {all.length > shown ? <p>{mapWords.moreOthers(all.length - shown)}</p> : null}
    </Details>
  );
}

function about({ sites, thumbprint, owner, hasRecord, shared }: OtherEndpoint): string {
  return [
    hasRecord ? (thumbprint ?? mapWords.noHash) : mapWords.noRecord,
    ...(hasRecord ? [owner === null ? mapWords.ownerUnknown : mapWords.probably(owner)] : []),
    sites.length === 0
      ? mapWords.noSite
      : sites.slice(0, 3).join(', ') + (sites.length > 3 ? ` ${mapWords.moreOthers(sites.length - 3)}` : ''),
    ...(shared ? [mapWords.shared] : []),
  ].join(' · ');
}
