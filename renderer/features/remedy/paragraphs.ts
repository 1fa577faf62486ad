import { calledByTitle } from '../../../shared/repairs/called-by-title.ts';
import { areaWords } from '../../text/findings.ts';
import { repairTitles } from '../../text/remedy.ts';

const check = String.raw`(?:${Object.keys(areaWords).join('|')})\.[a-zA-Z]+`;
const repair = Object.keys(repairTitles).join('|');

/** Before the word on each check or repair, and before what follows from all of them. */
const border = new RegExp(` (?=${check}: |(?:${repair})(?: stays)?: |It stays as it is, )`, 'u');

/** What a repair's report says in one go, as short paragraphs; repairs are called by their titles. */
export const paragraphs = (detail: string): string[] => detail.split(border).map(calledByTitle);
