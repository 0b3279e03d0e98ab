/** Lines to be copied as they are. */
export function CodeBlock({ lines }: { readonly lines: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: else no keyboard could scroll it on a phone.
    <pre tabIndex={0}>{lines.join('\n')}</pre>
  );
}
