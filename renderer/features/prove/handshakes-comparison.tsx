import type { HandshakeAttempt } from '../../../shared/model/facts/tls.ts';
import type { Result } from '../../../shared/model/result.ts';
import { Card } from '../../components/card.tsx';
import { Code } from '../../components/code.tsx';
import { Icon, type IconName } from '../../components/icons.tsx';
import { attemptWords, proveWords } from '../../text/prove.ts';
import { compareHandshakes } from '../../../shared/report/comparison.ts';
import { SideBySide, WithSign } from './side-by-side.tsx';

/** Each connection that was tried, before and after. */
export function HandshakesComparison({ before, after }: { before: Result; after: Result }) {
  const pairs = compareHandshakes(before, after);
  if (pairs.length === 0) return null;
  return (
    <Card title={proveWords.handshakes} aside={proveWords.handshakesAside}>
      <SideBySide>
        <thead>
          <tr>
            <th scope="col">{proveWords.connection}</th>
            <th scope="col">{proveWords.before}</th>
            <th scope="col">{proveWords.after}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ client, address, port, serverName, before: was, after: is }) => (
            <tr key={`${client} ${address} ${port} ${serverName ?? ''}`}>
              <th scope="row">
                <Code>{address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`}</Code>
                <small>{serverName === null ? proveWords.noName : proveWords.asName(serverName)}</small>
              </th>
              <Cell attempt={was} />
              <Cell attempt={is} />
            </tr>
          ))}
        </tbody>
      </SideBySide>
    </Card>
  );
}

function Cell({ attempt }: { attempt: HandshakeAttempt | undefined }) {
  const [icon, ink]: [IconName, string] =
    attempt === undefined
      ? ['unknown', 'var(--soft)']
      : attempt.outcome === 'completed'
        ? ['sound', 'var(--sound)']
        : ['broken', 'var(--broken)'];
  return (
    <td>
      <WithSign>
        <span style={{ color: ink, marginTop: 2 }}>
          <Icon name={icon} />
        </span>
        {attemptWords(attempt)}
      </WithSign>
    </td>
  );
}
