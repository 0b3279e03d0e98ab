export { seconds } from '../calendar/testing/seconds.ts';
export { wallClockDays } from '../calendar/testing/wall-clock-days.ts';
export { anyCharacter } from './any-character.ts';
export { endlessBody } from './endless-body.ts';
