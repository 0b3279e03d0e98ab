import { forgetPage } from './offline-page.ts';
import { forgetReport } from './saved-report.ts';

/** Removes everything that this browser keeps for use without a network. */
export async function forgetOffline(): Promise<void> {
  await Promise.all([forgetPage(), forgetReport()]);
}
