import {
  createClient,
  DASHBOARD_CONFIG_FILE,
  type DashboardConfig,
  dashboardConfig,
  endpoints,
} from '@immersion-tracker/contract';
import type { Login } from '../account/saved-login.ts';
import type { Progress } from '../figures/progress.ts';
import { Trouble, troubleOf } from './trouble.ts';

/** Milliseconds for which an answer is waited for. The tracker itself gives up after 25 seconds. */
const TIMEOUT_MS = 35_000;

/** How far somebody has come, at one moment. */
export interface Report {
  readonly progress: Progress;
  readonly asOf: Date;
  /** By whose calendar days the tracker counts. */
  readonly timeZone: string;
  /** Where commands find the tracker. */
  readonly address: string;
}

export interface Tracker {
  /** Throws `Trouble`. */
  report(login: Login, signal: AbortSignal): Promise<Report>;
}

/** The tracker that the host of this page names. */
export function createTracker(): Tracker {
  let config: DashboardConfig | undefined;
  return {
    async report(login, signal) {
      const bounded = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
      try {
        config ??= await loadConfig(bounded);
        const client = createClient({ baseUrl: config.api_url, ...login, fetch: withoutBrowser });
        const progress = await client.send(endpoints.getProgress, undefined, { signal: bounded });
        return {
          progress,
          asOf: new Date(),
          timeZone: config.time_zone,
          address: new URL(config.api_url, location.origin).href.replace(/\/$/, ''),
        };
      } catch (error) {
        throw troubleOf(error, navigator.onLine);
      }
    },
  };
}

async function loadConfig(signal: AbortSignal): Promise<DashboardConfig> {
  const answer = await fetch(`/${DASHBOARD_CONFIG_FILE}`, { signal });
  const parsed = dashboardConfig.safeParse(parseJson(await answer.text()));
  if (!parsed.success) {
    const message = `This page does not know its tracker: ${answer.url} is not as it should be.`;
    throw new Trouble('failed', message);
  }
  const { time_zone: timeZone } = parsed.data;
  if (!isTimeZone(timeZone)) {
    const message = `This browser is too old for ${timeZone}, the time zone of the tracker.`;
    throw new Trouble('failed', message);
  }
  return parsed.data;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Not with credentials of the browser's own, whose dialog would come up at a 401, nor with its cache,
 * which knows nothing of users.
 */
const withoutBrowser: typeof fetch = (input, init) =>
  fetch(input, { ...init, credentials: 'omit', cache: 'no-store' });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
