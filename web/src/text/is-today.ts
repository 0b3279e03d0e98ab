/** Whether a moment, in milliseconds, is on the browser's present day. */
export const isToday = (moment: number): boolean =>
  new Date(moment).toDateString() === new Date().toDateString();
