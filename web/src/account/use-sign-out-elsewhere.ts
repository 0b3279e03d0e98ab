import { useCallback, useEffect, useRef } from 'react';

const CHANNEL = 'immersion-tracker.sign-out';

/** Signs out of all other tabs. */
export function signOutElsewhere(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('signed out');
  channel.close();
}

/** Calls `end` when another tab signs out. Returns a function that signs out of this tab and all others. */
export function useSignOutElsewhere(end: () => void): () => void {
  const others = useRef<BroadcastChannel>(undefined);
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', end);
    others.current = channel;
    return () => channel.close();
  }, [end]);

  return useCallback(() => {
    others.current?.postMessage('signed out');
    end();
  }, [end]);
}
