import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { IconButton } from '../ui/button';
import { copyText } from './copy-text';

const words = catalogue.reply;
/** How long it says what it did. */
const SAID_MS = 2_000;

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
  readonly className?: string | undefined;
}

/** Copies a text and says so for two seconds. */
export function CopyButton({ label, text, className }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <>
      <IconButton
        label={said ?? label}
        className={className}
        onClick={() => setSaid(copyText(text) ? words.copied : words.copyFailed)}
      >
        {said === words.copied ? (
          <Check size={14} aria-hidden="true" />
        ) : (
          <Copy size={14} aria-hidden="true" />
        )}
      </IconButton>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
