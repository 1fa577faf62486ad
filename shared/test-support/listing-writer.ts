import fc from 'fast-check';
import { formatEndpoint } from '../httpsys/endpoint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';

/** How one Windows prints, and one person pastes, a listing. */
export interface Layout {
  labels: readonly string[];
  eol: string;
  blankLines: number;
  width: number;
  colon: string;
  indent: string;
  prefix: string;
  /** How many fields follow the nine that every build prints. */
  newerFields: number;
  extended: boolean;
}

/** Heading, endpoint, hash, application id, store, and one for all further fields. */
export const english = [
  'SSL Certificate bindings',
  'IP:port',
  'Certificate Hash',
  'Application ID',
  'Certificate Store Name',
  'Ctl Identifier',
];
const languages = [
  english,
  ['SSL-Zertifikatbindungen', 'IP:Port', 'Zertifikathash', 'Anwendungs-ID', 'Zertifikatspeichername', 'CTL-Bezeichner'],
  [
    'Liaisons de certificat SSL ',
    'IP:port',
    'Hachage du certificat ',
    'ID de l’application',
    'Nom du magasin: de certificats',
    'x',
  ],
  ['SSL 证书绑定', 'IP:端口', '证书哈希', '应用程序 ID', '证书存储名称', '撤销:新鲜度时间'],
  ['SSL 証明書のバインド', 'IP:ポート', '証明書ハッシュ', 'アプリケーション ID', '証明書ストア名', 'ｘ：'],
];

export const aLayout: fc.Arbitrary<Layout> = fc.record({
  labels: fc.constantFrom(...languages),
  eol: fc.constantFrom('\r\n', '\n'),
  blankLines: fc.constantFrom(0, 1, 3),
  width: fc.constantFrom(0, 23, 28),
  colon: fc.constantFrom(' : ', ': ', '：', ' :', ' ：'),
  indent: fc.constantFrom('', '    ', '\t'),
  prefix: fc.constantFrom('', '> ', '| ', 'server01: '),
  newerFields: fc.constantFrom(0, 1, 2, 5, 6, 7, 10, 11, 12),
  extended: fc.boolean(),
});

const onOff = (on: unknown): string => (on ? 'Enabled' : 'Disabled');

/** The nine values that every build prints below the store name. */
function flagValues({ flags }: HttpSysRecord): string[] {
  return [
    onOff(flags['verifyclientcertrevocation'] ?? true),
    onOff(flags['verifyrevocationwithcachedclientcertonly']),
    onOff(flags['usagecheck'] ?? true),
    String(flags['revocationfreshnesstime'] ?? 0),
    String(flags['urlretrievaltimeout'] ?? 0),
    String(flags['sslctlidentifier'] ?? '(null)'),
    String(flags['sslctlstorename'] ?? '(null)'),
    onOff(flags['dsmapperusage']),
    onOff(flags['clientcertnegotiation']),
  ];
}

const extended = ['', '0', '1048576', '', '1', '2796202', '4294967295', '', '2'];

/** Renders records as `netsh http show sslcert` does, from its documented form and captured samples. */
export function renderListing(records: readonly HttpSysRecord[], layout: Layout): string {
  const { labels, eol, blankLines, width, colon, indent, prefix } = layout;
  const [heading = '', endpoint = '', hash = '', appId = '', store = '', field = ''] = labels;
  const line = (label: string, value: string): string => `${indent}${label.padEnd(width)}${colon}${value}`;
  const body = records.flatMap((record) => [
    line(endpoint, formatEndpoint(record.endpoint)),
    line(hash, record.thumbprint ?? '(null)'),
    line(appId, `{${record.appId}}`),
    line(store, record.store ?? '(null)'),
    ...flagValues(record).map((value) => line(field, value)),
    ...Array.from({ length: layout.newerFields }, (_, at) => line(field, at === 0 ? 'Disabled' : 'Not Set')),
    ...(layout.extended ? extended : []).map((value) => (value === '' ? ` ${field}:` : line(field, value))),
    '',
  ]);
  const lines = ['', `${heading}: `, '-'.repeat(25), ...Array<string>(blankLines).fill(''), ...body];
  return lines.map((text) => `${prefix}${text}`.trimEnd() + eol).join('');
}
