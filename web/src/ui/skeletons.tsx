/** Grey boxes in the place of what is being loaded. */
export function Skeletons({
  count,
  className,
}: {
  readonly count: number;
  readonly className: string;
}) {
  return Array.from({ length: count }, (_, index) => `${className} ${index}`).map((key) => (
    <div key={key} className={`skeleton ${className}`} />
  ));
}
