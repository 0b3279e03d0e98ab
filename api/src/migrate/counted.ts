const english = new Intl.NumberFormat('en-US');

/** Such as `12,345`. */
export const thousands = (value: number): string => english.format(value);

/** Such as `1 item` and `12,345 items`. */
export const items = (count: number): string => `${thousands(count)} item${count === 1 ? '' : 's'}`;
