import * as z from 'zod';
import { count, nullableText } from '../fields.ts';
import { lazy } from '../lazy.ts';
import { byKind, type KindId, type KnownKind, mediaKinds } from './kinds.ts';
import type { KindFigures, MediaKind } from './media-kind.ts';

type Fields<K extends KnownKind = KnownKind> = K['progress'];
type GroupEntry<F extends Fields> = {
  [Field in F['id']]: z.output<ReturnType<F['idSchema']>>;
} & {
  [Field in F['name'] | 'artwork_url']: string | null;
} & { [Field in F['count'] & string]: number };

type KindFields = {
  [K in KnownKind as K['progress']['total'] | K['progress']['today']]: number;
} & { [K in KnownKind as K['progress']['groups']]: GroupEntry<K['progress']>[] };

/** Every kind's fields of a `GET /progress` response. */
export function writeFigures(figures: Readonly<Record<KindId, KindFigures>>): KindFields {
  const fields = mediaKinds.map(({ id, progress }: KnownKind) => {
    const { watched, watchedToday, groups } = figures[id];
    return {
      [progress.total]: watched,
      [progress.today]: watchedToday,
      [progress.groups]: groups.map((group) => ({
        [progress.id]: group.id,
        [progress.name]: group.name,
        artwork_url: group.artworkUrl,
        ...(progress.count !== null && { [progress.count]: group.watched }),
      })),
    };
  });
  return Object.assign({}, ...fields);
}

/** The figures of a `GET /progress` response, by kind. */
export function readFigures(answer: KindFields): Readonly<Record<KindId, KindFigures>> {
  return byKind(({ progress }) => {
    const entries: readonly Readonly<Record<string, string | number | null>>[] =
      answer[progress.groups];
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return {
      watched: answer[progress.total],
      watchedToday: answer[progress.today],
      groups: entries.map((entry) => {
        const watched = progress.count === null ? undefined : entry[progress.count];
        return {
          id: text(entry[progress.id]),
          name: text(entry[progress.name]),
          artworkUrl: text(entry.artwork_url),
          watched: typeof watched === 'number' ? watched : undefined,
        };
      }),
    };
  });
}

/** The `GET /progress` response. */
export type Progress = KindFields & SharedFigures;

/** Whether nothing has been recorded yet. */
export function isEmpty(answer: Progress): boolean {
  return (
    answer.total_hours_watched === 0 &&
    answer.all_time_progress.length === 0 &&
    Object.values(readFigures(answer)).every(
      ({ watched, groups }) => watched === 0 && groups.length === 0,
    )
  );
}

/** The figures across all kinds. */
export type SharedFigures = z.output<ReturnType<typeof sharedFigures>>;

const sharedFigures = lazy(() =>
  z.object({
    total_hours_watched: count().meta({ description: 'The total length in hours, rounded down.' }),
    days_since_first_episode: count().meta({
      description: 'Whole 24-hour days since the earliest watch record of any kind.',
    }),
    weekly_trend_percentage: z.number().nullable().meta({
      description:
        'How much the last 7 x 24 hours differ from the average week, in percent; null before 14 days of history.',
    }),
    daily_activity: z
      .array(z.object({ days_ago: count(), minutes_watched: count() }))
      .meta({ description: 'Seven calendar days, from `days_ago` 6 to 0.' }),
    all_time_progress: z.array(z.object({ label: z.string(), cumulative_hours: count() })).meta({
      description:
        'One point per calendar quarter, labelled with its first month, from the first to the last with a record. What is later than 2099 counts in the last.',
    }),
  }),
);

export const progress = lazy(() => {
  type Shape = { [Field in keyof Progress]: z.ZodType<Progress[Field], Progress[Field]> };
  const shape: Shape = Object.assign({}, ...mediaKinds.map(shapeOf), sharedFigures().shape);
  return z.object(shape).meta({ id: 'Progress' });
});

const shapeOf = ({ progress }: MediaKind): z.ZodRawShape => ({
  [progress.total]: count(),
  [progress.today]: count(),
  [progress.groups]: z.array(
    z.object({
      [progress.id]: progress.idSchema(),
      [progress.name]: nullableText(),
      artwork_url: nullableText(),
      ...(progress.count !== null && { [progress.count]: count() }),
    }),
  ),
});
