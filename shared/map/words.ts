import type { FindingId } from '../model/finding.ts';
import type { HandshakeOutcome } from '../model/facts/tls.ts';

/** The words of the binding map. Short enough for a box; the evidence has the rest. */
export const mapWords = {
  title: (label: string) => `How ${label} answers`,
  empty: 'How HTTPS answers',
  noBinding: 'The site of the package server has no HTTPS binding, so there is no chain to draw.',
  notReadable:
    'The IIS configuration or the records of HTTP.SYS could not be read, so the chain cannot be drawn. The findings say why.',
  request: 'Request',
  wire: 'The wire',
  httpSys: 'HTTP.SYS',
  binding: 'IIS binding',
  certificate: 'Certificate',
  sound: 'sound',
  broken: 'broken',
  unknown: 'not known',

  noAnswer: 'no answer',
  httpStatus: (status: number) => `answers ${status}`,
  byName: 'by own name',
  handshakes: (some: number, all: number) => `${some} of ${all} attempts`,
  noRecord: 'no record',
  hashMasked: 'hash not readable',
  noHash: 'no certificate',
  store: (name: string) => `store ${name}`,
  probably: (owner: string) => `probably ${owner}`,
  ownerUnknown: 'owner unknown',
  noOwner: 'no owner named',
  siteState: (id: number, state: string | null) =>
    `id ${id}, ${state === null ? 'state unknown' : state.toLowerCase()}`,
  notKnown: 'not known',
  inStore: (store: string) => `in ${store}`,
  inNoStore: 'in no store',
  validTo: (date: string) => `to ${date}`,
  expired: (date: string) => `ended ${date}`,
  notYet: (date: string) => `begins ${date}`,
  keys: {
    usable: 'key usable',
    present: 'key present',
    missing: 'no private key',
    unusable: 'key unusable',
    unknown: 'key not tested',
  },

  notTrusted: 'Windows does not trust it',
  serverError: 'an error of the server',
  halfAnswered: 'not to every client',
  unnamed: (outcome: string) => `without a name: ${outcome}`,
  /** Why a place is not sound though it looks so from its own facts. */
  faults: {
    'port.owner': 'another program listens',
    'tls.handshake': 'no handshake completes',
    'tls.served': 'another certificate than is meant',
    'tls.protocols': 'TLS 1.2 is switched off',
    'httpsys.record': 'serves no certificate',
    'httpsys.drift': 'the registry differs',
    'httpsys.shadow': 'another record comes first',
    'httpsys.ipListen': 'does not listen on every address',
    'iis.site': 'the site does not run',
    'iis.enabledProtocols': 'its protocols are off',
    'cert.present': 'its certificate is in no store',
    'cert.privateKey': 'no usable private key',
    'cert.validity': 'not valid now',
    'cert.name': 'not for the name of this server',
    'cert.usage': 'not made for servers',
    'cert.chain': 'not trusted',
    'cert.strength': 'too weak',
  } satisfies Partial<Record<FindingId, string>>,

  notExpected: 'another certificate than is meant',
  servesOther: 'serves another certificate',
  pointsToNothing: (thumbprint: string, store: string) => `HTTP.SYS names ${thumbprint}: not in ${store}`,
  iisShows: (thumbprint: string) => `IIS shows ${thumbprint}`,
  iisHasNone: 'IIS has a binding, HTTP.SYS no record',
  shownInNoStore: 'IIS shows a certificate that is in no store',
  registryDiffers: 'the registry differs',

  expectedHere: 'Expected here:',
  expectedTo: (date: string) => `valid to ${date}`,
  expectedBy: { IIS: 'IIS shows this one', store: 'the only one in MY that fits the name of this server' },
  beaten: (labels: string) => `Fits as well, but loses to the record that serves: ${labels}.`,

  /** Those that are shared are the package server's own as well: they are drawn above, and not more. */
  others: (all: number, shared: number) => {
    const more = all - shared;
    const parts = [
      ...(more > 0 ? [`${more} more HTTPS ${more === 1 ? 'endpoint' : 'endpoints'} on this server`] : []),
      ...(shared > 0
        ? [`${shared} of the package server's own ${shared === 1 ? 'is' : 'are'} shared with other sites`]
        : []),
    ];
    return parts.join('; ');
  },
  moreOthers: (count: number) => `and ${count} more`,
  /** Above those that only a list has room for. */
  undrawn: (count: number) =>
    count === 1 ? '1 more HTTPS endpoint of the site' : `${count} more HTTPS endpoints of the site`,
  noSite: 'no IIS binding',
  shared: 'drawn above, shared with the package server',
};

export const outcomeWords: Record<HandshakeOutcome, string> = {
  completed: 'completed',
  reset: 'handshake reset',
  closed: 'connection closed',
  refused: 'refused',
  timedOut: 'timed out',
  protocol: 'protocol error',
  otherError: 'failed',
};
