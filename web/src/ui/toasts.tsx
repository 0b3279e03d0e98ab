import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import { Trouble } from '../tracker/trouble.ts';

export interface Toast {
  /** What happened, as a sentence. */
  readonly message: string;
  /** What a button does. The toast then says `done`, or why it failed. */
  readonly action?: { readonly name: string; readonly done: string; run(): Promise<void> };
  /** The hashes of the pages that it is about; by default, only the one on which it appears. */
  readonly pages?: readonly string[];
}

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Shows a message with a button, until it is closed or replaced. */
export const useToast = (): ((toast: Toast) => void) => use(ToastContext);

/** Shows the latest message at the bottom of the page. It goes with the page that it is about. */
export function Toasts({
  page,
  children,
}: {
  readonly page: string;
  readonly children: ReactNode;
}) {
  const [toast, setToast] = useState<Toast>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    setToast((last) => (last?.pages?.includes(page) ? last : undefined));
  }, [page]);
  const show = useCallback((next: Toast) => setToast(next), []);

  async function run({ action, ...about }: Toast) {
    if (action === undefined || busy) return;
    setBusy(true);
    try {
      await action.run();
      setToast({ ...about, message: action.done });
    } catch (error) {
      const message = error instanceof Trouble ? error.message : `${error}`;
      setToast({ ...about, message, action });
    } finally {
      setBusy(false);
    }
  }

  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {toast && (
          <div className="toast">
            <p>{toast.message}</p>
            {toast.action && (
              <button type="button" aria-disabled={busy} onClick={() => run(toast)}>
                {toast.action.name}
              </button>
            )}
            <ActionIcon
              variant="transparent"
              aria-label="Close the message"
              onClick={() => setToast(undefined)}
            >
              <IconX aria-hidden size={18} />
            </ActionIcon>
          </div>
        )}
      </div>
    </ToastContext>
  );
}
