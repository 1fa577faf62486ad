import type { FactValue } from '../model/facts.ts';

type Service = FactValue<'service'>;

export const isRunning = ({ state }: Service): boolean => /^running$/iu.test(state);

/** Between two states: `StartPending`, `StopPending` and their like. */
export const isPending = ({ state }: Service): boolean => /pending$/iu.test(state);

export const isDisabled = ({ startMode }: Service): boolean => /^disabled$/iu.test(startMode);

/** `auto`, with whatever delay. */
export const startsByItself = ({ startMode }: Service): boolean => /^(?:auto|delayed)/iu.test(startMode);
