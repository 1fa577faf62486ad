import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { Chain } from '../../../shared/map/chain.ts';
import { mapWords } from '../../../shared/map/words.ts';
import { Code } from '../../components/code.tsx';
import { Fold } from '../../components/fold.tsx';
import { Icon } from '../../components/icons.tsx';
import { worstOf } from './fault-order.ts';
import { inks } from './map-node.tsx';

const Line = styled('span')({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 12px',
  '& .signs': { display: 'flex', gap: 6, marginLeft: 'auto' },
  '& .words': { color: 'var(--soft)', fontSize: '0.8125rem' },
});

interface ChainFoldProps {
  chain: Chain;
  open: boolean;
  toggle: (open: boolean) => void;
  children: ReactNode;
}

/** One endpoint in a line: its name, what is wrong with it, and a sign for each place of its chain. */
export function ChainFold({ chain, open, toggle, children }: ChainFoldProps) {
  const worst = worstOf(chain);
  const quarrel = chain.links.find(({ words }) => words !== null)?.words;
  return (
    <li style={{ borderTop: '1px solid var(--line)' }}>
      <Fold
        open={open}
        toggle={toggle}
        summary={
          <Line>
            <Code>{chain.label}</Code>
            <span className="words" style={{ color: inks[worst] }}>
              {quarrel ?? mapWords[worst]}
            </span>
            <span className="signs" aria-hidden="true">
              {chain.nodes.map(({ id, title, state }) => (
                <span key={id} style={{ color: inks[state] }} title={`${title}: ${mapWords[state]}`}>
                  <Icon name={state} size={14} />
                </span>
              ))}
            </span>
          </Line>
        }
      >
        <div style={{ padding: '8px 0 12px' }}>{children}</div>
      </Fold>
    </li>
  );
}
