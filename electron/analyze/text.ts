import type { Result } from '../../shared/model/result.ts';
import type { Paint } from '../cli/paint.ts';
import { resultText } from '../diagnosis/text.ts';
import { isSent } from './read-certificates.ts';

/** An analysis for reading; of certificates that were sent by themselves nobody knows whether a store holds them. */
export function analysisText(result: Result, paint?: Paint): string {
  const { certificates, ...others } = result.facts;
  const sent = certificates?.state === 'known' && certificates.value.items.some(isSent);
  return resultText(sent ? { ...result, facts: others } : result, paint);
}
