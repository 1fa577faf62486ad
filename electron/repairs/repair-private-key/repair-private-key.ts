import { shortThumbprint } from '../../../shared/httpsys/thumbprint.ts';
import type { Thumbprint } from '../../../shared/model/endpoint.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Certificate } from '../../../shared/model/facts/tls.ts';
import { judgedCertificates } from '../../../shared/rules/judged-certificates.ts';
import { UserError } from '../../app/user-error.ts';
import { storeKeyBackup } from '../backup/store-key-backup.ts';
import type { LiveState } from '../live-state.ts';
import { defineRepair, plainDesign, type Design, type RepairRequest, type Target } from '../repair.ts';
import { readStoreEntry } from '../store-key.ts';

const needed = ['iisConfig', 'httpSysLive', 'certificates'] as const;
type State = LiveState<(typeof needed)[number], 'iisView', Readonly<Record<Thumbprint, string>>>;

const noUndo =
  'What certutil writes to the certificate in the store (its properties, the link to its key) is not taken back; the backup holds what was there.';

/** KB172128 needs a key that works before a certificate is bound: Windows links it to its certificate again. */
export const repairPrivateKey = defineRepair({
  id: 'repair-private-key',
  needs: {
    all: needed,
    also: ['iisView'],
    async ask(host, { certificates }) {
      const entries: Record<Thumbprint, string> = {};
      for (const { thumbprint } of certificates.items.filter(isBroken)) {
        const entry = await readStoreEntry(host, thumbprint);
        if (entry !== null) entries[thumbprint] = entry;
      }
      return entries;
    },
  },
  needsReboot: false,
  provenBy: ['cert.privateKey', 'tls.handshake'],
  backups: [storeKeyBackup],
  design,
  unproven,
});

const isBroken = ({ store, privateKey }: Certificate): boolean =>
  store.toUpperCase() === 'MY' && (privateKey === 'missing' || privateKey === 'unusable');

function design({ certificate: wanted }: RepairRequest, state: State): Design {
  const { certificates } = state.facts;
  const judged = judgedCertificates(state.facts, state).map(({ certificate }) => certificate);
  const certificate = chooseCertificate(wanted, certificates.items, judged);
  if (certificate === null) return plainDesign([], { certificate: wanted });
  const { thumbprint, store, privateKey } = certificate;
  if (store.toUpperCase() !== 'MY') {
    throw new UserError(
      'refused',
      `Certificate ${thumbprint} lies in the store ${store}; its key is repaired in MY only.`,
    );
  }
  const entry = state.extra[thumbprint];
  if (entry === undefined) {
    throw new UserError(
      'refused',
      `The entry of certificate ${thumbprint} in the machine's store could not be read, so nothing could show what certutil did. Nothing was changed.`,
    );
  }
  refuseAmbiguousToken(certificate, certificates.items);
  return plainDesign([{ kind: 'certutilRepair', thumbprint, entry, noUndo }], {
    certificate: thumbprint,
    cannotBeUndone: [noUndo],
    alsoHits: [
      `certutil looks for a key that fits ${shortThumbprint(thumbprint)} (now ${privateKey}) and can link one of the account that runs it, which HTTP.SYS could not use; a signature and a handshake tell. When there is no such key on this server, import the certificate with its key (PFX) instead.`,
    ],
  });
}

/** @throws UserError notFound, refused or ambiguous */
function chooseCertificate(
  wanted: Thumbprint | null,
  all: readonly Certificate[],
  judged: readonly Certificate[],
): Certificate | null {
  const named = wanted === null ? undefined : all.filter(({ thumbprint }) => thumbprint === wanted);
  if (named?.length === 0) throw new UserError('notFound', `No store of this server holds certificate ${wanted}.`);
  const broken = (named ?? judged).filter(({ privateKey }) => privateKey === 'missing' || privateKey === 'unusable');
  const unknown = (named ?? judged).filter(({ privateKey }) => privateKey === 'unknown' || privateKey === 'present');
  if (broken.length === 0 && unknown.length > 0) {
    throw new UserError(
      'refused',
      'Whether the private key works could not be tested, and a key is not repaired on a guess. Nothing was changed.',
    );
  }
  const [first = null, ...others] = broken;
  if (others.length === 0 || new Set(broken.map(({ thumbprint }) => thumbprint)).size === 1) return first;
  const list = broken.map(({ thumbprint, subject }) => `\n  ${thumbprint} (${subject})`).join('');
  throw new UserError('ambiguous', `Several certificates have no key that works. Name one of these:${list}`);
}

/** certutil takes a certificate by anything that matches its token (repairs.md): it must match one. @throws UserError refused */
function refuseAmbiguousToken({ thumbprint }: Certificate, all: readonly Certificate[]): void {
  const matching = all.filter(
    (own) =>
      own.store.toUpperCase() === 'MY' &&
      (own.thumbprint === thumbprint || own.subject.toUpperCase().includes(thumbprint)),
  );
  if (matching.length === 1 && thumbprint.length === 40) return;
  throw new UserError(
    'refused',
    `The thumbprint ${thumbprint} does not name exactly one certificate of MY to certutil. Nothing was changed.`,
  );
}

/** The key of this very certificate signs, and a handshake is served with it wherever a record names it. */
function unproven({ certificate }: Target, _before: Result, { facts }: Result): string[] {
  const stored = facts.certificates?.state === 'known' ? facts.certificates.value.items : [];
  const key = stored.find(({ thumbprint, store }) => thumbprint === certificate && store.toUpperCase() === 'MY');
  const missing =
    key?.privateKey === 'usable'
      ? []
      : [
          `cert.privateKey: a signature with the key of the certificate was not made (${key?.privateKey ?? 'not known'}).`,
        ];
  const records = facts.httpSysLive?.state === 'known' ? facts.httpSysLive.value.records : [];
  const named = records.some(({ thumbprint }) => thumbprint === certificate);
  const attempts = facts.handshakes?.state === 'known' ? facts.handshakes.value.attempts : [];
  const served = attempts.some(({ outcome, thumbprint }) => outcome === 'completed' && thumbprint === certificate);
  return named && !served ? [...missing, 'tls.handshake: no handshake was served this certificate.'] : missing;
}
