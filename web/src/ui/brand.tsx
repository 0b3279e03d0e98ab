export function Brand() {
  return (
    <p className="brand">
      <img src="favicon.svg" alt="" width={32} height={32} />
      <span>Immersion tracker</span>
    </p>
  );
}
