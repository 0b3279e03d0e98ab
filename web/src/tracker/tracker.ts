import {
  createClient,
  DASHBOARD_CONFIG_FILE,
  dashboardConfig,
  type Endpoint,
  endpoints,
  type RequestOf,
  type ResponseOf,
} from '@immersion-tracker/contract';
import { Trouble, troubleOf } from './trouble.ts';

/** Milliseconds to wait for an answer. The tracker itself gives up after 25 seconds. */
const TIMEOUT_MS = 35_000;

/** How many of the latest records a report has. */
const RECENT = 6;

export interface Login {
  readonly user: string;
  readonly password: string;
}

export type History = ResponseOf<typeof endpoints.getHistory>;
export type Goal = NonNullable<History['goal']>;
export type LibraryEntry = ResponseOf<typeof endpoints.getLibrary>['library'][number];
export type Show = ResponseOf<typeof endpoints.getShows>['shows'][number];
export type WatchedRecord = ResponseOf<typeof endpoints.getWatched>['watched'][number];
export type Settings = ResponseOf<typeof endpoints.getSettings>;
export type ConfiguredProviders = ResponseOf<typeof endpoints.getProviders>;

/** What the tracker knows about a user at one moment, as far as every part of the page needs it. */
export interface Report {
  readonly history: History;
  readonly library: readonly LibraryEntry[];
  /** The latest records, the latest first. */
  readonly recent: readonly WatchedRecord[];
  readonly settings: Settings;
  readonly providers: ConfiguredProviders;
  /** When it was requested, in epoch milliseconds. */
  readonly asOf: number;
  /** The API's base URL, which `immersion login` asks for; without a trailing slash. */
  readonly address: string;
}

/** Sends a request as a user. Throws `Trouble`. */
export type Send = <E extends Endpoint>(
  endpoint: E,
  request: undefined extends RequestOf<E> ? undefined : RequestOf<E>,
  signal?: AbortSignal,
) => Promise<ResponseOf<E>>;

export interface Tracker {
  /** Asks for a user's report. Throws `Trouble`. */
  report(login: Login, signal?: AbortSignal): Promise<Report>;
  sendAs(login: Login): Send;
}

/** What `createTracker` uses of the browser. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
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

  let api: Promise<URL> | undefined;
  /** Reads the address of the API once. */
  const findApi = () => {
    api ??= readConfig();
    api.catch(() => {
      api = undefined;
    });
    return api;
  };

  async function readConfig(): Promise<URL> {
    const url = new URL(DASHBOARD_CONFIG_FILE, page).href;
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const parsed = dashboardConfig.safeParse(parseJson(await answer.text()));
    const found = parsed.success ? URL.parse(parsed.data.api_url, url) : null;
    if (found === null) {
      const message = `This page cannot find its tracker: ${url} is missing or invalid. Check how the page is hosted.`;
      throw new Trouble('failed', message);
    }
    return found;
  }

  function sendAs(login: Login): Send {
    return async (endpoint, request, signal) => {
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      try {
        const { href } = await findApi();
        const client = createClient({ baseUrl: href, ...login, fetch: withoutBrowser });
        const bounded = signal ? AbortSignal.any([signal, timeout]) : timeout;
        return await client.send(endpoint, request, { signal: bounded });
      } catch (error) {
        throw troubleOf(error, isOnline());
      }
    };
  }

  return {
    async report(login, signal) {
      const asOf = now();
      const send = sendAs(login);
      const [history, { library }, { watched: recent }, settings, providers] = await Promise.all([
        send(endpoints.getHistory, undefined, signal),
        send(endpoints.getLibrary, {}, signal),
        send(endpoints.getWatched, { limit: RECENT }, signal),
        send(endpoints.getSettings, undefined, signal),
        send(endpoints.getProviders, undefined, signal),
      ]);
      const address = (await findApi()).href.replace(/\/$/, '');
      return { history, library, recent, settings, providers, asOf, address };
    },
    sendAs,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
