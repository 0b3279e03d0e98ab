const english = new Intl.NumberFormat('en-US');

/** A whole number with separated thousands, such as `10,000`. */
export function thousands(count: number): string {
  return english.format(count);
}

/** Such as `1 movie` and `10,000 movies`, for nouns whose plural ends in s. */
export function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`;
}
