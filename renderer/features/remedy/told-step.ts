import { consoleInstruction } from '../../../shared/repairs/force-overwrite-checklist.ts';
import { remedyWords } from '../../text/remedy.ts';

/** A step's words beside the checklist of the console, which says all that the instruction does, and can be ticked. */
export const toldStep = (words: string): string => (words === consoleInstruction() ? remedyWords.inConsole : words);
