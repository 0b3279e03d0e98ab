/** A whole hour of a clock: `04:00`. */
export const hourName = (hour: number): string => `${`${hour}`.padStart(2, '0')}:00`;
