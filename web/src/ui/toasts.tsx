import { IconX } from '@tabler/icons-react';
import {
  createContext,
  type FocusEvent,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { messageOf } from '../tracker/trouble.ts';

export interface Toast {
  /** What happened, as a sentence. */
  readonly message: string;
  readonly action?: ToastAction;
  /** The hashes of the pages that it is about; by default, only the one on which it appears. */
  readonly pages?: readonly string[];
}

/** What a button does. The toast then says `done`, or is the one that `run` returns. */
export interface ToastAction {
  readonly name: string;
  readonly done?: string;
  /** If it throws, the toast says why and keeps the button. */
  run(): Promise<Toast> | Promise<void>;
}

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Shows a message with a button, until it is closed or replaced. */
export const useToast = (): ((toast: Toast) => void) => use(ToastContext);

/** Shows the latest message at the bottom of the page. It goes with the page that it is about. */
export function Toasts({
  page,
  children,
}: {
  /** The hash of the page. */
  readonly page: string;
  readonly children: ReactNode;
}) {
  const [toast, setToast] = useState<Toast>();
  const [busy, setBusy] = useState(false);
  const closeButton = useRef<HTMLButtonElement>(null);
  /** What had the focus before the toast. */
  const origin = useRef<Element>(null);
  // Filters do not make another page.
  const [place = ''] = page.split('?', 1);
  useEffect(() => {
    setToast((last) => (last?.pages?.includes(place) ? last : undefined));
  }, [place]);
  const show = useCallback((next: Toast) => setToast(next), []);

  async function run(current: Toast) {
    const { action, ...about } = current;
    if (action === undefined || busy) return;
    setBusy(true);
    let next: Toast;
    try {
      next = (await action.run()) ?? { ...about, message: action.done ?? 'Done.' };
    } catch (error) {
      next = { ...current, message: messageOf(error) };
    }
    setBusy(false);
    // Its button may go.
    if (hasFocus(closeButton.current?.parentElement)) closeButton.current?.focus();
    setToast((shown) => (shown === current || shown === undefined ? next : shown));
  }

  function close() {
    if (hasFocus(closeButton.current?.parentElement)) focusFirst(origin.current);
    setToast(undefined);
  }

  function keepOrigin({ relatedTarget }: FocusEvent) {
    if (relatedTarget?.closest('.toast') === null) origin.current = relatedTarget;
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isUndo || toast?.action?.name !== 'Undo' || isTyping(event.target)) return;
    event.preventDefault();
    void run(toast);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {toast && (
          <div className="toast">
            <p>{toast.message}</p>
            {toast.action && (
              <button
                type="button"
                aria-disabled={busy}
                onFocus={keepOrigin}
                aria-keyshortcuts={toast.action.name === 'Undo' ? 'Control+Z Meta+Z' : undefined}
                onClick={() => run(toast)}
              >
                {toast.action.name}
              </button>
            )}
            <button
              ref={closeButton}
              type="button"
              aria-label="Close the message"
              onFocus={keepOrigin}
              onClick={close}
            >
              <IconX aria-hidden size={18} />
            </button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}

const hasFocus = (element: Element | null | undefined): boolean =>
  element?.contains(document.activeElement) ?? false;

/** Focuses an element, or the heading of the page if it is gone. */
function focusFirst(element: Element | null): void {
  const heading = document.querySelector('main h1');
  const target = element?.isConnected && element !== document.body ? element : heading;
  if (target instanceof HTMLElement) target.focus();
}

/** There, the keys undo what was typed. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null;
