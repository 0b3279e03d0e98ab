import { useCallback, useEffect, useRef } from 'react';

const CHANNEL = 'immersion-tracker.sign-out';

/** Ends the session when another tab signs out. What it returns ends it here and in all other tabs. */
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
