import {
  BodyTooLargeError,
  createClient,
  DASHBOARD_CONFIG_FILE,
  dashboardConfig,
  type Endpoint,
  endpoints,
  RESPONSE_LIMIT_BYTES,
  type RequestOf,
  type ResponseOf,
  readText,
} from '@immersion-tracker/contract';
import * as z from 'zod';
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

/** A report that was kept; undefined if `value` is not one. */
export function parseReport(value: unknown): Report | undefined {
  const schema = z.object({
    history: endpoints.getHistory.response,
    library: endpoints.getLibrary.response.shape.library,
    recent: endpoints.getWatched.response.shape.watched,
    settings: endpoints.getSettings.response,
    providers: endpoints.getProviders.response,
    asOf: z.number(),
    address: z.string(),
  });
  return schema.safeParse(value).data;
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

  async function findApi(signal: AbortSignal): Promise<URL> {
    const url = new URL(DASHBOARD_CONFIG_FILE, page).href;
    const answer = await fetch(url, { signal });
    const text = await readText(answer, RESPONSE_LIMIT_BYTES).catch(unlessTooLarge);
    const parsed = dashboardConfig.safeParse(parseJson(text));
    const api = parsed.success ? URL.parse(parsed.data.api_url, url) : null;
    if (api !== null) return api;
    const message = `This page cannot find its tracker: ${url} is missing or invalid. Check how the page is hosted.`;
    throw new Trouble('failed', message);
  }

  /** Calls `work` with the tracker's address and a client for the login. Throws `Trouble`. */
  async function withClient<T>(
    login: Login,
    signal: AbortSignal | undefined,
    work: (send: Send, address: string) => Promise<T>,
  ): Promise<T> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const bounded = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      const { href } = await findApi(bounded);
      const client = createClient({ baseUrl: href, ...login, fetch: withoutBrowser });
      const send: Send = (endpoint, request) => client.send(endpoint, request, { signal: bounded });
      return await work(send, href.replace(/\/$/, ''));
    } catch (error) {
      throw troubleOf(error, isOnline());
    }
  }

  return {
    report: (login, signal) =>
      withClient(login, signal, async (send, address) => {
        const asOf = now();
        const [history, { library }, { watched: recent }, settings, providers] = await Promise.all([
          send(endpoints.getHistory, undefined),
          send(endpoints.getLibrary, {}),
          send(endpoints.getWatched, { limit: RECENT }),
          send(endpoints.getSettings, undefined),
          send(endpoints.getProviders, undefined),
        ]);
        const zone = history.time_zone;
        if (!browserKnows(zone)) {
          const message = `This browser does not know your time zone, ${zone}. Please update your browser.`;
          throw new Trouble('failed', message);
        }
        return { history, library, recent, settings, providers, asOf, address };
      }),
    sendAs: (login) => (endpoint, request, signal) =>
      withClient(login, signal, (send) => send(endpoint, request)),
  };
}

function browserKnows(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch {
    return false;
  }
}

/** For `catch`: an empty text instead of a body that is too large. */
function unlessTooLarge(error: unknown): string {
  if (error instanceof BodyTooLargeError) return '';
  throw error;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
