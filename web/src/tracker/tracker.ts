import {
  createClient,
  DASHBOARD_CONFIG_FILE,
  type DashboardConfig,
  dashboardConfig,
  endpoints,
  type Progress,
} from '@immersion-tracker/contract';
import { Trouble, troubleOf } from './trouble.ts';

/** Milliseconds for which an answer is waited for. The tracker itself gives up after 25 seconds. */
const TIMEOUT_MS = 35_000;

/** What a person signs in with. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** How far somebody has come, at one moment. */
export interface Report {
  readonly progress: Progress;
  /** When it was asked for. */
  readonly asOf: Date;
  /** By whose calendar days the tracker counts. */
  readonly timeZone: string;
  /** Where commands find the tracker. */
  readonly address: string;
}

export interface Tracker {
  /** Throws `Trouble`. */
  report(login: Login, signal?: AbortSignal): Promise<Report>;
}

/** What a browser gives to a page. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly isOnline: () => boolean;
  /** Address of the page. */
  readonly page: string;
}

/** The tracker that the host of this page names. */
export function createTracker({ fetch, now, isOnline, page }: Surroundings): Tracker {
  /**
   * Not with credentials of the browser's own, whose dialog would come up at a 401, nor with its cache,
   * which knows nothing of users.
   */
  const withoutBrowser: typeof fetch = (input, init) =>
    fetch(input, { ...init, credentials: 'omit', cache: 'no-store' });

  async function config(signal: AbortSignal): Promise<DashboardConfig & { readonly api: URL }> {
    const url = new URL(DASHBOARD_CONFIG_FILE, page).href;
    const answer = await fetch(url, { signal });
    const parsed = dashboardConfig.safeParse(parseJson(await answer.text()));
    const api = parsed.success ? URL.parse(parsed.data.api_url, url) : null;
    if (!parsed.success || api === null) {
      const message = `This page does not know its tracker: ${url} is not as it should be.`;
      throw new Trouble('failed', message);
    }
    const { time_zone: timeZone } = parsed.data;
    if (!browserKnows(timeZone)) {
      const message = `This browser is too old for ${timeZone}, the time zone of the tracker.`;
      throw new Trouble('failed', message);
    }
    return { ...parsed.data, api };
  }

  return {
    async report(login, signal) {
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      const bounded = signal ? AbortSignal.any([signal, timeout]) : timeout;
      try {
        const { api, time_zone: timeZone } = await config(bounded);
        const client = createClient({ baseUrl: api.href, ...login, fetch: withoutBrowser });
        const asOf = now();
        const progress = await client.send(endpoints.getProgress, undefined, { signal: bounded });
        return { progress, asOf, timeZone, address: api.href.replace(/\/$/, '') };
      } catch (error) {
        throw troubleOf(error, isOnline());
      }
    },
  };
}

function browserKnows(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
