import type { Remark } from '../finding.ts';
import type { FolderIdentity, Trouble } from '../folders.ts';

/** What a scan found in one place, besides videos. */
export interface Found {
  /** The folders that were looked into. */
  readonly folders: readonly FolderIdentity[];
  readonly left: readonly Remark[];
  readonly passedOver: readonly Remark[];
}

export const nothing: Found = { folders: [], left: [], passedOver: [] };

/** All of it together. */
export function together(...found: readonly Found[]): Found {
  return {
    folders: found.flatMap(({ folders }) => folders),
    left: found.flatMap(({ left }) => left),
    passedOver: found.flatMap(({ passedOver }) => passedOver),
  };
}

/** Links and special files are passed over; the rest can be mended. */
export function ofTroubles(troubles: readonly Trouble[]): Found {
  const isOurs = ({ kind }: Trouble) => kind === 'unreadable' || kind === 'name';
  const remark = ({ path, reason }: Trouble) => ({ path, reason });
  return {
    folders: [],
    left: troubles.filter(isOurs).map(remark),
    passedOver: troubles.filter((one) => !isOurs(one)).map(remark),
  };
}
