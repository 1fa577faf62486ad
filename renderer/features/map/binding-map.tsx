import { useId } from 'react';
import type { FindingId } from '../../../shared/model/finding.ts';
import { SaidOnly } from '../../components/said-only.tsx';
import { useWidth } from '../../components/use-width.ts';
import { chainWords } from '../../../shared/map/chain-words.ts';
import type { Chain } from '../../../shared/map/chain.ts';
import { layOut } from '../../../shared/map/layout.ts';
import { Bracket, LinkLine, LinkTag } from './map-link.tsx';
import { MapNodeBox } from './map-node.tsx';
import { measure } from './measure.ts';
import { nodeIds } from '../../../shared/map/nodes.ts';

interface BindingMapProps {
  chain: Chain;
  /** The finding whose evidence is shown: its place is marked. */
  selected: FindingId | null;
  select: (findings: FindingId[]) => void;
}

/** The chain of one endpoint as a picture, and as one sentence for those who hear it. */
export function BindingMap({ chain, selected, select }: BindingMapProps) {
  const [holder, width] = useWidth();
  const id = useId();
  const placed = layOut(chain.nodes, chain.links, Math.max(300, width), measure);
  const neighbours = chain.links.filter(({ from, to }) => nodeIds.indexOf(to) - nodeIds.indexOf(from) === 1);
  return (
    <div ref={holder} style={{ minHeight: 96 }}>
      <SaidOnly id={id}>{chainWords(chain)}</SaidOnly>
      {width === 0 ? null : (
        <svg
          width={placed.width}
          height={placed.height}
          role="group"
          aria-labelledby={id}
          style={{ display: 'block', overflow: 'visible' }}
        >
          {neighbours.map((link) => (
            <LinkLine key={link.from} link={link} placed={placed} />
          ))}
          {placed.tags.map((tag) => (
            <Bracket key={`${tag.link.from}-${tag.link.to}`} tag={tag} />
          ))}
          {placed.tags.map((tag) => (
            <LinkTag key={`${tag.link.from}-${tag.link.to}`} tag={tag} />
          ))}
          {chain.nodes.map((node) => (
            <MapNodeBox
              key={node.id}
              node={node}
              box={placed.boxes[node.id]}
              text={placed.texts[node.id]}
              ladder={placed.kind === 'ladder'}
              selected={selected !== null && node.findings.includes(selected)}
              select={() => select(node.findings)}
            />
          ))}
        </svg>
      )}
    </div>
  );
}
