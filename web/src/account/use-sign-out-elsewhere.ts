import { useCallback, useEffect } from 'react';

const CHANNEL = 'immersion-tracker.sign-out';

/** Ends the session when another tab signs out. What it returns ends it here and in all other tabs. */
export function useSignOutElsewhere(end: () => void): () => void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', end);
    return () => channel.close();
  }, [end]);

  return useCallback(() => {
    end();
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('signed out');
    channel.close();
  }, [end]);
}
