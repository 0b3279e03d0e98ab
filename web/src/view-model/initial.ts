const segmenter = new Intl.Segmenter();

/** The first character of a name as a person sees it, in capitals; empty if there is none. */
export function initial(name: string): string {
  const [first] = segmenter.segment(name.trim());
  return first?.segment.toUpperCase() ?? '';
}
