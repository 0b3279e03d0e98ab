/** A time zone's name without underscores: `America/New York`. */
export const zoneName = (timeZone: string): string => timeZone.replaceAll('_', ' ');
