/** The buttons of all records on the page, in its order. */
const buttons = () => [...document.querySelectorAll<HTMLElement>('button[data-record]')];

/**
 * Called before a record's button is removed. If it has the focus, the focus moves to the record's button in its new
 * place; if there is none, to the next record's button, the search field or the page's heading.
 */
export function keepFocus(button: HTMLElement | null, id: string): void {
  if (button === null || document.activeElement !== button) return;
  const all = buttons();
  const place = all.indexOf(button);
  const others = [...all.slice(place + 1), ...all.slice(0, place).reverse()];
  // By then, the page has changed.
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
