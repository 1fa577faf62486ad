/** What every answer over IPC is wrapped in: an error is a value with words for a person. */
export type Envelope<T> = { ok: true; value: T } | { ok: false; error: { code: ErrorCode; message: string } };

export type ErrorCode =
  | 'badArguments'
  | 'notAllowed'
  | 'unknownTarget'
  | 'notFound'
  | 'ambiguous'
  | 'stalePlan'
  | 'busy'
  | 'refused'
  | 'failed';
