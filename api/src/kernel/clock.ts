/** The current time in epoch milliseconds. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** The current time in whole epoch seconds, as items store it. */
export const nowInSeconds = (clock: Clock): number => Math.floor(clock() / 1000);
