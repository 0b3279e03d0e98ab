import {
  createClient,
  DASHBOARD_CONFIG_FILE,
  type DashboardConfig,
  dashboardConfig,
  endpoints,
  type Progress,
} from '@immersion-tracker/contract';
import { Trouble, troubleOf } from './trouble.ts';

/** Milliseconds to wait for a report. The tracker itself gives up after 25 seconds. */
const TIMEOUT_MS = 35_000;

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** A user's progress at one moment. */
export interface Report {
  readonly progress: Progress;
  /** When the progress was requested. */
  readonly asOf: Date;
  /** IANA name of the time zone whose days the tracker counts. */
  readonly timeZone: string;
  /** The API's base URL, which `immersion login` asks for; without a trailing slash. */
  readonly address: string;
}

export interface Tracker {
  /** Asks for a user's progress. Throws `Trouble`. */
  report(login: Login, signal?: AbortSignal): Promise<Report>;
}

/** What `createTracker` uses of the browser. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly isOnline: () => boolean;
  /** The page's URL. */
  readonly page: string;
}

/** Asks the tracker that the page's `config.json` names. */
export function createTracker({ fetch, now, isOnline, page }: Surroundings): Tracker {
  /**
   * Without the browser's credentials, since a 401 would open its login dialog; and without its cache, which
   * does not tell users apart.
   */
  const withoutBrowser: typeof fetch = (input, init) =>
    fetch(input, { ...init, credentials: 'omit', cache: 'no-store' });

  async function config(signal: AbortSignal): Promise<DashboardConfig & { readonly api: URL }> {
    const url = new URL(DASHBOARD_CONFIG_FILE, page).href;
    const answer = await fetch(url, { signal });
    const parsed = dashboardConfig.safeParse(parseJson(await answer.text()));
    const api = parsed.success ? URL.parse(parsed.data.api_url, url) : null;
    if (!parsed.success || api === null) {
      const message = `This page cannot find its tracker: ${url} is missing or invalid. Check how the page is hosted.`;
      throw new Trouble('failed', message);
    }
    const { time_zone: timeZone } = parsed.data;
    if (!browserKnows(timeZone)) {
      const message = `This browser does not know the tracker’s time zone, ${timeZone}. Please update your browser.`;
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
