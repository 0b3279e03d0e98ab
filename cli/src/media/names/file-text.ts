import { extname } from 'node:path';
import { memoize } from '@immersion-tracker/contract';
import { isVideo } from '../file-kinds.ts';
import { withoutIds } from './ids.ts';
import { withoutDownloadMarks } from './unfinished.ts';
import { workingCopy } from './working-copy.ts';

/**
 * The part of a file name to read: without download marks, extension and ids. Memoized, because the scan,
 * the plan and the clean-up read the same names.
 */
export const fileText = memoize((name: string): string => {
  const whole = withoutDownloadMarks(workingCopy(name));
  return withoutIds(isVideo(whole) ? whole.slice(0, -extname(whole).length) : whole);
});
