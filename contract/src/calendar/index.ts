export { type Calendar, type Day, type DaySettings, learnerCalendar } from './calendar.ts';
export { type Clock, clockOf, type Shown } from './clock.ts';
export { dateOf, dayNumberOf, monthOf, monthStart } from './dates.ts';
export { type Streak, streak } from './streak.ts';
