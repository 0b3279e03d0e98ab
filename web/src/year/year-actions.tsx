import { IconDownload, IconShare2 } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Trouble } from '../tracker/trouble.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toasts.tsx';
import { canShare, download, share } from './save-image.ts';

export interface YearActionsProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Of the file. */
  readonly name: string;
  /** Whether the image is complete. */
  readonly isReady: boolean;
  /** Why the favourites are missing. */
  readonly trouble: Trouble | null;
  onRetry(): void;
}

/** Saves or shares the image. */
export function YearActions({ canvas, name, isReady, trouble, onRetry }: YearActionsProps) {
  const [sharing] = useState(canShare);
  const toast = useToast();
  const button = useFocusAfter(trouble !== null);
  async function run(action: typeof download) {
    if (!isReady || canvas.current === null) return;
    try {
      await action(canvas.current, name);
    } catch {
      toast({ message: 'This browser could not save the image.' });
    }
  }

  if (trouble) {
    return (
      <div className="year-trouble" role="alert">
        <p>{trouble.message}</p>
        <Button variant="light" onClick={onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <div className="year-actions">
      <Button
        ref={button}
        icon={<IconDownload size={20} aria-hidden />}
        aria-disabled={!isReady}
        onClick={() => run(download)}
      >
        Download image
      </Button>
      {sharing && (
        <Button
          variant="light"
          icon={<IconShare2 size={20} aria-hidden />}
          aria-disabled={!isReady}
          onClick={() => run(share)}
        >
          Share
        </Button>
      )}
      <p className="soft">Your browser draws the image. Nothing is uploaded.</p>
    </div>
  );
}

/** Once the trouble is over, gives the button the focus that went with `Try again`. */
function useFocusAfter(inTrouble: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(inTrouble);
  useEffect(() => {
    const isOver = before.current && !inTrouble;
    before.current = inTrouble;
    if (isOver && document.activeElement === document.body) button.current?.focus();
  }, [inTrouble]);
  return button;
}
