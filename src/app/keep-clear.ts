/**
 * What is scrolled to stops below the header, however high its words make it. Told once beforehand: in a document whose
 * every style is computed anew with the next change, that costs nothing of its own.
 */
export function keepClear(): void {
  const top = document.querySelector<HTMLElement>('.top');
  if (!top) return;
  const { style } = document.documentElement;
  const tell = () => {
    const height = `${top.offsetHeight}px`;
    // Everything inherits it: to say the same again would have all of it computed anew.
    if (style.getPropertyValue('--bars') !== height) style.setProperty('--bars', height);
  };
  tell();
  new ResizeObserver(tell).observe(top);
}
