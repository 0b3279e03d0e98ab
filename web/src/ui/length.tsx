import { lengthWords } from '../text/length-words.ts';
import { useFormats } from '../text/use-formats.ts';

export interface LengthProps {
  readonly seconds: number;
  /** Whether at least a part of it is a guess. */
  readonly isGuess: boolean;
}

/** A length, which looks different if it is a guess. */
export function Length({ seconds, isGuess }: LengthProps) {
  const words = lengthWords(seconds, isGuess, useFormats());
  if (!isGuess) return <span className="length">{words}</span>;
  return (
    <span className="length guess" title="Partly a guess">
      {words}
    </span>
  );
}
