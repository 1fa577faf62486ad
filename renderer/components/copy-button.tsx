import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { commonWords } from '../text/common.ts';
import { Icon } from './icons.tsx';

interface CopyButtonProps {
  /** Or a function, when the text is long to make. */
  text: string | (() => string);
  /** What is copied, for whoever hears only the button. */
  what: string;
  label?: string;
  variant?: 'text' | 'outlined' | 'contained';
}

/** Copies and says so, in the button itself and aloud. */
export function CopyButton({ text, what, label = commonWords.copy, variant = 'text' }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), 2500);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
      () => setSaid(commonWords.copied),
      () => setSaid(commonWords.notCopied),
    );
  return (
    <Button
      variant={variant}
      startIcon={<Icon name={said === commonWords.copied ? 'sound' : 'copy'} size={14} />}
      aria-label={`${label}: ${what}`}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{said ?? label}</span>
    </Button>
  );
}
