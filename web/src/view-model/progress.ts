import type { endpoints, ResponseOf } from '@immersion-tracker/contract';

/** The answer of `GET /progress`. */
export type Progress = ResponseOf<(typeof endpoints)['getProgress']>;
