import { createContext, use } from 'react';
import type { Send } from './tracker.ts';

/** Who is signed in, and how the page sends requests for them. */
export interface Session {
  readonly user: string;
  readonly send: Send;
  /** Loads everything again that the page shows, for example after a correction. */
  reload(): Promise<void>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) throw new Error('Nobody is signed in.');
  return session;
}
