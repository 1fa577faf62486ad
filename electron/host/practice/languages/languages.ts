import { deDe } from './de-de.ts';
import { enUs } from './en-us.ts';
import { esEs } from './es-es.ts';
import { frFr } from './fr-fr.ts';
import { jaJp } from './ja-jp.ts';
import type { Language } from './language.ts';
import { plPl } from './pl-pl.ts';
import { ruRu } from './ru-ru.ts';
import { trTr } from './tr-tr.ts';
import { zhCn } from './zh-cn.ts';

const languages: Readonly<Record<string, Language>> = {
  'en-US': enUs,
  'de-DE': deDe,
  'fr-FR': frFr,
  'es-ES': esEs,
  'ja-JP': jaJp,
  'zh-CN': zhCn,
  'ru-RU': ruRu,
  'pl-PL': plPl,
  'tr-TR': trTr,
};

/** BCP 47 names of the display languages that a practice server can speak. */
export const languageNames = Object.keys(languages);

export function languageOf(name: string): Language {
  return languages[name] ?? enUs;
}

/** FormatMessage: Windows' sentence for a Win32 error number. */
export function errorText(language: Language, code: number): string {
  return language.errors[code] ?? enUs.errors[code] ?? `Unknown error (0x${code.toString(16)})`;
}
