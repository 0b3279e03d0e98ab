const segmenter = new Intl.Segmenter();

/** The first visible character (grapheme cluster) of a name, in upper case; empty if the name is blank. */
export function initial(name: string): string {
  const [first] = segmenter.segment(name.trim());
  return first?.segment.toUpperCase() ?? '';
}
