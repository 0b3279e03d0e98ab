/** The buttons of all records on the page, in its order. */
const buttons = () => [...document.querySelectorAll<HTMLElement>('button[data-record]')];

/**
 * Called when the button of a record goes. If it has the focus, the same record's button in its new place gets it,
 * else that of the next record, or the search field or the heading of the page.
 */
export function keepFocus(button: HTMLElement | null, id: string): void {
  if (button === null || document.activeElement !== button) return;
  const all = buttons();
  const place = all.indexOf(button);
  const others = [...all.slice(place + 1), ...all.slice(0, place).reverse()];
  // When the page has changed.
  queueMicrotask(() => {
    if (document.activeElement !== document.body) return;
    const moved = buttons().filter((one) => one.getAttribute('data-record') === id);
    const rest = document.querySelectorAll<HTMLElement>('main input[type="search"], main h1');
    const fallbacks = [...rest].reverse();
    for (const element of [...moved, ...others, ...fallbacks]) {
      element.focus();
      if (document.activeElement === element) return;
    }
  });
}
