export { seconds } from './seconds.ts';
export { wallClockDays } from './wall-clock-days.ts';
