import { useFormats } from '../text/use-formats.ts';

export interface LengthProps {
  readonly seconds: number;
  /** Whether at least a part of it is a guess. */
  readonly isGuess: boolean;
}

/** A length, such as `24 min`, `under 1 min` or, for a guess, `about 20 min`. */
export function Length({ seconds, isGuess }: LengthProps) {
  const { length } = useFormats();
  const isShort = seconds > 0 && seconds < 60;
  if (isShort) return <span className="length">under {length(60)}</span>;
  if (!isGuess) return <span className="length">{length(seconds)}</span>;
  return (
    <span className="length guess" title="Partly a guess">
      about {length(seconds)}
    </span>
  );
}
