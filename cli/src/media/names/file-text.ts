import { extname } from 'node:path';
import { isVideo } from '../file-kinds.ts';
import { withoutIds } from './ids.ts';
import { remembered } from './remembered.ts';
import { withoutDownloadMarks } from './unfinished.ts';
import { workingCopy } from './working-copy.ts';

/** The part of a file name to read: without download marks, extension and ids. */
export const fileText = remembered((name): string => {
  const whole = withoutDownloadMarks(workingCopy(name));
  return withoutIds(isVideo(whole) ? whole.slice(0, -extname(whole).length) : whole);
});
