import { styled } from '@mui/material/styles';
import { Card } from '../../components/card.tsx';
import { Code } from '../../components/code.tsx';
import { selectFinding, useViewStore } from '../../stores/view-store.ts';
import { mapWords } from '../../text/map.ts';
import type { FindingId } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import { worstFinding } from '../findings/order.ts';
import { BindingMap } from './binding-map.tsx';
import { chainsOf, type Chain } from './chain.ts';
import { OtherEndpoints } from './other-endpoints-list.tsx';

const Note = styled('p')({ color: 'var(--soft)', fontSize: '0.8125rem', marginTop: 10 });

/** The picture of the product: where each HTTPS endpoint of the package server is sound, and where it is not. */
export function MapCard({ result }: { result: Result }) {
  const selected = useViewStore(({ finding }) => finding);
  const chains = chainsOf(result);
  const select = (findings: FindingId[]) => {
    const worst = worstFinding(result.findings, findings);
    if (worst) selectFinding(worst.id);
  };
  if (chains === null || chains.length === 0) {
    return (
      <Card title={mapWords.empty}>
        <p>{chains === null ? mapWords.notReadable : mapWords.noBinding}</p>
        <OtherEndpoints result={result} />
      </Card>
    );
  }
  return (
    <>
      {chains.map((chain, index) => (
        <Card key={chain.label} title={mapWords.title(chain.label)} aside={`${chain.site} (id 1)`}>
          <BindingMap chain={chain} selected={selected} select={select} />
          <Notes chain={chain} />
          {index === chains.length - 1 ? <OtherEndpoints result={result} /> : null}
        </Card>
      ))}
    </>
  );
}

function Notes({ chain: { expected, beaten } }: { chain: Chain }) {
  return (
    <>
      {expected === null ? null : (
        <Note>
          {mapWords.expectedHere} <Code style={{ color: 'var(--ink)' }}>{expected.thumbprint}</Code> {expected.words}
        </Note>
      )}
      {beaten.length === 0 ? null : <Note>{mapWords.beaten(beaten.join(', '))}</Note>}
    </>
  );
}
