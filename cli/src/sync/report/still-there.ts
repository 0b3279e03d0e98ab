import { isAbsolute } from 'node:path';
import { isThere } from '../../disk/files.ts';
import type { Remark } from '../../disk/finding.ts';
import { isLossy } from '../../disk/folders.ts';

/**
 * The remarks of a scan without those on files and folders that are gone by now, by this run or by
 * another client: there is nothing left to do about them.
 */
export async function stillThere(remarks: readonly Remark[]): Promise<Remark[]> {
  const kept = await Promise.all(
    remarks.map(async (remark) => ((await isGone(remark)) ? [] : [remark])),
  );
  return kept.flat();
}

async function isGone({ path, text }: Remark): Promise<boolean> {
  if (text !== undefined || !isAbsolute(path) || isLossy(path)) return false;
  return !(await isThere(path).catch(() => true));
}
