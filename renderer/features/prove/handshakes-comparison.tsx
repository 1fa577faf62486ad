import { attemptState } from '../../../shared/map/attempt-state.ts';
import { mapWords } from '../../../shared/map/words.ts';
import type { HandshakeAttempt } from '../../../shared/model/facts/tls.ts';
import type { Result } from '../../../shared/model/result.ts';
import { Card } from '../../components/card.tsx';
import { Code } from '../../components/code.tsx';
import { Dotted } from '../../components/dotted.tsx';
import { Icon } from '../../components/icons.tsx';
import { attemptWords, proveWords } from '../../text/prove.ts';
import { compareHandshakes } from '../../../shared/report/comparison.ts';
import { inks } from '../map/map-node.tsx';
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
                <small>
                  {serverName === null ? proveWords.noName : <Dotted>{proveWords.asName(serverName)}</Dotted>}
                </small>
              </th>
              <Cell attempt={was} result={before} />
              <Cell attempt={is} result={after} />
            </tr>
          ))}
        </tbody>
      </SideBySide>
    </Card>
  );
}

/** A handshake that completes with another certificate than it should get is no sound one. */
function Cell({ attempt, result }: { attempt: HandshakeAttempt | undefined; result: Result }) {
  const state = attemptState(attempt, result);
  const other = state === 'broken' && attempt?.outcome === 'completed';
  return (
    <td>
      <WithSign>
        <span style={{ color: inks[state], marginTop: 2 }}>
          <Icon name={state} />
        </span>
        {attemptWords(attempt)}
        {other ? ` · ${attempt.trustErrors?.length ? mapWords.notTrusted : mapWords.notExpected}` : null}
      </WithSign>
    </td>
  );
}
