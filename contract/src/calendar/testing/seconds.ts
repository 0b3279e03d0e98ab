/** Epoch seconds of an ISO time. */
export const seconds = (iso: string): number => Date.parse(iso) / 1000;
