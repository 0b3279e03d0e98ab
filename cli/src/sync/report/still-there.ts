import { isAbsolute } from 'node:path';
import { isThere } from '../../disk/files.ts';
import type { Finding } from '../../disk/finding.ts';
import { isLossy } from '../../disk/folders.ts';

/**
 * The findings of a scan without those on files and folders that are gone by now, by this run or by
 * another client: there is nothing left to do about them.
 */
export async function stillThere(findings: readonly Finding[]): Promise<Finding[]> {
  const kept = await Promise.all(
    findings.map(async (finding) => ((await isGone(finding)) ? [] : [finding])),
  );
  return kept.flat();
}

async function isGone({ path, text }: Finding): Promise<boolean> {
  if (text !== undefined || !isAbsolute(path) || isLossy(path)) return false;
  return !(await isThere(path).catch(() => true));
}
