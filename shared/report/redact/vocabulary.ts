import { z } from 'zod';
import { CauseId } from '../../model/cause.ts';
import { factNames } from '../../model/facts.ts';
import { FindingId } from '../../model/finding.ts';
import { RepairId } from '../../model/repair-id.ts';
import { Result } from '../../model/result.ts';
import { agentLogMessages } from '../../parsers/agent-log/messages.ts';
import { requiredFeatures } from '../../rules/required-features.ts';
import { fold } from './spelling.ts';

/** Words of Windows' own output that rules and parsers go by, in lower case. */
const windows = `
  all altiris agent any asp auto authority automatic builtin certificate client config console control core
  default delete delivery desktop disabled domain enabled error event events everyone false files host hostname http
  https iis info information inetpub inetsrv install internet ipport key listener local localhost localsystem log logs
  machine manual management microsoft my name net netsh network none null package packages parameters path pkggroup
  policy pool port printer program programdata programs protocol public published ready record records reg registry
  root running schannel security server servers service services set site sites software ssl sslcert start started
  state status stopped store stores string symantec system system32 target task temp test tls true type unknown url
  user users value version web webhosting website windows workgroup www wwwroot xml administrator administrators
  guest iusr iis_iusrs networkservice localservice applicationpoolidentity specificuser anonymous interactive
  software hardware sam classes currentcontrolset wow6432node failed failure succeeded success denied required
  invalid missing empty com org www manager font driver apppool
  file files applicationhost redirection netsh appcmd evidence bundle txt json zip cab evtx csv exe dll defaultapppool w3svc aexnsclient aexsvc adm admin sql iissrv group member practice recorded
`;

/** The product's own ids, by their parts. */
const own = [...FindingId.options, ...CauseId.options, ...RepairId.options, ...factNames].flatMap((id) =>
  id.toLowerCase().split(/[.-]/u),
);

/** Those of the agent's log that are looked for in it. */
const messages = Object.values(agentLogMessages)
  .flat()
  .flatMap((words) => words.toLowerCase().split(/[^a-z\d]+/u));

const kept: ReadonlySet<string> = new Set([...windows.trim().split(/\s+/u), ...own, ...messages]);

/** Whether the product, or whoever reads Windows' output, goes by this word. */
export const isKept = (word: string): boolean => kept.has(fold(word));

/** What tools and files of Windows call their own parts, where a parser looks for it. */
const formats = `
  agentlog agentpolicy ano appcmd begin binary certutil chainstatus configuration currentbuildnumber data defaultflags
  defaultsslcertcheckmode dism dword end eventid folder groups hkey hkey_local_machine httpevent inetstp iplisten last
  list netstat nottimevalid parameters powershell psdoctor queryex rawbase64 received redirection reg_binary reg_dword
  reg_sz servicestate show sni sslbindinginfo sslccsbindinginfo sslcerthash sslsnibindinginfo tasklist tcp tlsv1 udp
  urlacl wevtutil whoami
`;

/** Names and choices in the documents of the product: an answer holds most of them too. */
function* wordsOf(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') yield* Object.keys(value as object);
    if (key === 'enum') yield* (value as unknown[]).map(String);
    yield* wordsOf(value);
  }
}

const structural: ReadonlySet<string> = new Set([
  ...formats.trim().split(/\s+/u),
  ...requiredFeatures.flatMap(({ name, component }) => [...name.split(' '), component ?? ''].map(fold)),
  ...[...wordsOf(z.toJSONSchema(Result, { unrepresentable: 'any' }))].map(fold),
]);

/** Every word that stays where it stands alone. */
export const stayingWords: ReadonlySet<string> = new Set(
  [...kept, ...structural].filter((word) => /^[\p{L}\p{N}_-]+$/u.test(word)),
);

/** Whether the word is a part of the formats that the answers are in: of such a name, only what is around it says that it is one. */
const isStructural = (word: string): boolean => stayingWords.has(fold(word));

/**
 * Whether a name can be replaced wherever it stands alone. One that is also a
 * word of Windows' output, or shorter than three characters, would take the
 * meaning of that output with it; inside its full name it is replaced all the same.
 */
export const standsForItself = (name: string): boolean =>
  [...name].length >= 3 &&
  !/^(?:[\d.:-]+|(?:[\d-]+t)?\d+z?|0x[\da-f]+|s-1-[\d-]+)$/iu.test(name) &&
  !name.split(/\s+/u).every(isStructural);

/** Hosts of vendors and standards, which say nothing about the server. */
const publicHosts =
  /(?:^|\.)(?:microsoft\.com|windows\.com|msftncsi\.com|w3\.org|xmlsoap\.org|broadcom\.com|symantec\.com|symantec\.info|asp\.net|microsoft\.net|system\.net|vb\.net|ado\.net|oasis-open\.org|verisign\.com|digicert\.com)$/iu;
export const isPublicHost = (name: string): boolean =>
  publicHosts.test(name) ||
  /^(?:localhost|system\.|domain-\d+$|host-\d+$)|\.invalid$/iu.test(name) ||
  kernelNames.test(name);
/** What stands where a host does, in the kernel's own names. */
const kernelNames = /^(?:device|registry|systemroot|pipe|unc|volume|globalroot|dosdevices)$/iu;

/** What domain names end in where nothing else says that something is one; endings that file and answer names have too are left out. */
const topLevels = new Set(
  'com net org edu gov mil int info biz eu local lan corp internal intern intranet priv localdomain example de ch fr es nl uk ie se dk fi pl cz pt gr tr ru ua jp cn kr tw hk au nz br mx ar ca za at be it li lu ro sk si hr bg lt lv ee ad dom lab home gmbh cloud'.split(
    ' ',
  ),
);
export const endsLikeDomain = (name: string): boolean =>
  topLevels.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());

/** Authorities of accounts that every Windows has. */
export const builtInAuthority =
  /^(?:.*[ -]nt|nt|nt[ -].*|builtin|vordefiniert|iis apppool|mandatory label|application package authority|window manager|font driver host|hklm|hkey_\w+|hkcu|hkcr|hku)$/iu;

/** Folders of Windows, IIS's own, and of the agent: what lies below them is the same on every server. */
export const stayingRoot =
  /^(?:[a-z]:\\windows|%(?:systemroot|windir)%|(?:[a-z]:|%systemdrive%)\\(?:program files(?: \(x86\))?|programdata)\\(?:altiris|symantec|microsoft|packageserverdoctor|iis|internet explorer|common files\\microsoft[^\\]*)|%(?:programfiles|programfiles\(x86\)|programdata)%\\(?:altiris|symantec|microsoft))(?:\\|$)/iu;

/** Folder names that are the same everywhere. */
export const stayingFolder =
  /^(?:\.{1,2}|windows|program files(?: \(x86\))?|programdata|users|public|default|documents|documents and settings|all users|appdata|local|roaming|temp|inetpub|wwwroot|logs?|logfiles|altiris|altiris agent|symantec|symantec agent|client policies|package delivery|package server agent|packagestatus|cache|pkggroup_\{?[\da-f-]*\}?|\{[\da-f-]{36}\}|administrator|local settings)$/iu;
