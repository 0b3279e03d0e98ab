/** The present moment, in milliseconds since the epoch. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** The present moment in whole seconds since the epoch, as items store it. */
export const nowInSeconds = (clock: Clock): number => Math.floor(clock() / 1000);
