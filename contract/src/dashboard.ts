import * as z from 'zod';

/** File beside the page by which a host tells the dashboard about itself. */
export const DASHBOARD_CONFIG_FILE = 'config.json';

/** What is in it. */
export const dashboardConfig = z.object({
  /** Address of the API, with its path prefix; may be relative to this file. */
  api_url: z.string().min(1),
  /** IANA time zone by whose calendar days the tracker counts. */
  time_zone: z.string().min(1),
});

export type DashboardConfig = z.output<typeof dashboardConfig>;
