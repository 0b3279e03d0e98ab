import { endpoints } from '@immersion-tracker/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useFormats } from '../text/use-formats.ts';
import type { History, LibraryEntry } from '../tracker/tracker.ts';
import type { Trouble } from '../tracker/trouble.ts';
import { useSession } from '../tracker/use-session.ts';
import { favouritesOf } from './favourites.ts';
import { loadPicture, loadPictures } from './image/pictures.ts';
import { YearActions } from './year-actions.tsx';
import { yearFigures } from './year-figures.ts';
import { YearImage } from './year-image.tsx';
import { YearNumbers } from './year-numbers.tsx';
import { yearWords } from './year-words.ts';

const noEntries: readonly LibraryEntry[] = [];
const noPictures: Awaited<ReturnType<typeof loadPictures>> = new Map();

export interface YearProps {
  readonly history: History;
  /** One with a record. */
  readonly year: number;
}

/** The image of a year, what to do with it, and the same in words. */
export function Year({ history, year }: YearProps) {
  const formats = useFormats();
  const canvas = useRef<HTMLCanvasElement>(null);
  const library = useLibraryOf(year);
  const figures = useMemo(() => yearFigures(history, year), [history, year]);
  const favourites = useMemo(() => favouritesOf(library.data ?? noEntries), [library.data]);
  const urls = favourites.flatMap(({ artwork }) => artwork ?? []);
  const pictures = usePictures(urls, library.data !== undefined);
  const label = yearWords(figures, favourites, formats);
  return (
    <div className="year-columns">
      <YearImage
        ref={canvas}
        label={label}
        {...{ figures, favourites, formats }}
        pictures={pictures.data?.artwork ?? noPictures}
        logo={pictures.data?.logo}
      />
      <div className="year-side">
        <YearActions
          canvas={canvas}
          name={`immersion-${year}.png`}
          isReady={pictures.data !== undefined}
          trouble={library.data === undefined ? library.error : null}
          onRetry={library.refetch}
        />
        <YearNumbers figures={figures} favourites={library.data && favourites} />
      </div>
    </div>
  );
}

function useLibraryOf(year: number) {
  const { send } = useSession();
  return useQuery<readonly LibraryEntry[], Trouble>({
    queryKey: ['library', year],
    queryFn: async ({ signal }) => (await send(endpoints.getLibrary, { year }, signal)).library,
  });
}

function usePictures(urls: readonly string[], enabled: boolean) {
  return useQuery({
    queryKey: ['pictures', ...urls],
    queryFn: async () => {
      const [logo, artwork] = await Promise.all([loadPicture('favicon.svg'), loadPictures(urls)]);
      return { logo, artwork };
    },
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
