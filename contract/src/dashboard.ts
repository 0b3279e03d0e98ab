import * as z from 'zod';

/** File with the API's address, which each host serves next to the page. */
export const DASHBOARD_CONFIG_FILE = 'config.json';

export const dashboardConfig = z.object({
  /** The API's URL, including any path prefix. Can be relative to this file. */
  api_url: z.string().min(1),
});

export type DashboardConfig = z.output<typeof dashboardConfig>;
