import { styled } from '@mui/material/styles';
import { useMemo, useState, type ReactNode } from 'react';
import { chainsOf, type Chain } from '../../../shared/map/chain.ts';
import { mapWords } from '../../../shared/map/words.ts';
import type { FindingId } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import { Card } from '../../components/card.tsx';
import { Code } from '../../components/code.tsx';
import { usePrinting } from '../../components/use-printing.ts';
import { selectFinding, useViewStore } from '../../stores/view-store.ts';
import { mapListWords } from '../../text/map-list.ts';
import { worstFinding } from '../findings/order.ts';
import { BindingMap } from './binding-map.tsx';
import { ChainFold } from './chain-fold.tsx';
import { byFault } from './fault-order.ts';
import { OtherEndpoints } from './other-endpoints-list.tsx';

const Note = styled('p')({ color: 'var(--soft)', fontSize: '0.8125rem', marginTop: 10, overflowWrap: 'anywhere' });

/** The picture of the product: where each HTTPS endpoint of the package server is sound, and where it is not. */
export function MapCard({ result }: { result: Result }) {
  const selected = useViewStore(({ finding }) => finding);
  const chains = useMemo(() => chainsOf(result), [result]);
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
  const [first, ...others] = byFault(chains);
  const picture = (chain: Chain) => (
    <>
      <BindingMap chain={chain} selected={selected} select={select} />
      <Notes chain={chain} />
    </>
  );
  return (
    <Card title={mapWords.title(first!.label)} aside={<Site name={first!.site} />}>
      {picture(first!)}
      {others.length === 0 ? null : <MoreChains chains={others} picture={picture} />}
      <OtherEndpoints result={result} />
    </Card>
  );
}

/** The other endpoints of the site: a line each, faulty ones first, and the picture of those that are opened. */
function MoreChains({ chains, picture }: { chains: readonly Chain[]; picture: (chain: Chain) => ReactNode }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const printing = usePrinting();
  const toggle = (label: string, open: boolean) =>
    setOpened((before) => {
      const after = new Set(before);
      if (open) after.add(label);
      else after.delete(label);
      return after;
    });
  return (
    <div style={{ marginTop: 12 }}>
      <h3 style={{ fontSize: '0.8438rem', marginBottom: 2 }}>{mapListWords.more(chains.length)}</h3>
      <ul>
        {chains.map((chain) => (
          <ChainFold
            key={chain.label}
            chain={chain}
            open={printing || opened.has(chain.label)}
            toggle={(open) => toggle(chain.label, open)}
          >
            {picture(chain)}
          </ChainFold>
        ))}
      </ul>
    </div>
  );
}

/** The name stays readable however long it is. */
const Site = ({ name }: { name: string }) => (
  <bdi style={{ overflowWrap: 'anywhere' }} title={name}>
    {mapListWords.site(name)}
  </bdi>
);

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
