export { type Calendar, type Day, type DaySettings, learnerCalendar } from './calendar.ts';
export { dateOf, dayNumberOf } from './dates.ts';
