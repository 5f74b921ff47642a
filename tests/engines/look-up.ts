/** What to look for. All that is given must hold. */
export interface Find {
  css?: string;
  role?: 'button' | 'link' | 'heading' | 'radio' | 'checkbox' | 'group' | 'status' | 'dialog';
  /** Its accessible name; `starts`: only how it begins. */
  name?: string;
  starts?: boolean;
  /** The name as a regular expression. */
  like?: string;
  /** Inside a group of this name. */
  within?: string;
}

/** What is there of it. */
export interface Seen {
  /** Its text, spaces as one. */
  readonly text: string;
  readonly name: string;
  readonly shown: boolean;
  readonly focused: boolean;
  readonly checked: boolean;
}

/**
 * Runs in the page, from its own source: what is there now, or within some milliseconds. It waits in the page because
 * every look from outside costs as much as ten from inside. A box to tick stands for its label, which is what a person
 * hits.
 * @param want all that was seen, as soon as one of it is shown; or the first that is shown, itself, in the middle of
 * the screen, at rest and free to be clicked on
 */
export async function lookUp(find: Find, want: 'seen' | 'target', patience: number): Promise<Seen[] | Element | null> {
  const ROLES: Record<string, string> = {
    button: 'button, [role=button]',
    link: 'a[href]',
    heading: 'h1, h2, h3, h4, h5, h6',
    radio: 'input[type=radio]',
    checkbox: 'input[type=checkbox]',
    group: 'fieldset, [role=group]',
    status: '[role=status], output',
    dialog: 'dialog[open], [role=dialog]',
  };
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const textOf = (element: Element | null | undefined): string => {
    if (!element) return '';
    const copy = element.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('[aria-hidden=true], [hidden]')) hidden.remove();
    return tidy(copy.textContent);
  };
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    if (by)
      return tidy(
        by
          .split(' ')
          .map((id) => textOf(document.getElementById(id)))
          .join(' '),
      );
    const own = element.getAttribute('aria-label');
    if (own) return tidy(own);
    if (element instanceof HTMLInputElement) return tidy([...(element.labels ?? [])].map(textOf).join(' '));
    return textOf(element.matches('fieldset') ? element.querySelector('legend') : element);
  };
  const targetOf = (element: Element): Element =>
    (element instanceof HTMLInputElement && element.labels?.[0]) || element;
  const isShown = (element: Element): boolean => {
    const style = getComputedStyle(element);
    return (
      targetOf(element).getClientRects().length > 0 && style.visibility !== 'hidden' && !element.closest('[inert]')
    );
  };
  const isIt = (element: Element): boolean => {
    const name = find.name === undefined && find.like === undefined ? '' : nameOf(element);
    if (find.name !== undefined && !(find.starts ? name.startsWith(find.name) : name === find.name)) return false;
    if (find.like !== undefined && !new RegExp(find.like).test(name)) return false;
    if (find.within === undefined) return true;
    const group = element.closest('fieldset, [role=group]');
    return !!group && nameOf(group) === find.within;
  };
  const all = () =>
    [...document.querySelectorAll(find.css ?? (find.role && ROLES[find.role]) ?? '*')].filter(
      (element) => (!find.role || element.matches(ROLES[find.role] ?? '*')) && isIt(element),
    );
  const boxOf = (element: Element) => {
    const { left, top, width, height } = targetOf(element).getBoundingClientRect();
    return [left, top, width, height].map(Math.round).join();
  };
  const isDisabled = (element: Element) =>
    (element as HTMLInputElement).disabled === true || element.getAttribute('aria-disabled') === 'true';

  const end = performance.now() + patience;
  let centred: Element | null = null;
  for (let before = ''; ; ) {
    const found = all();
    const first = found.find(isShown);
    if (want === 'target' && first) {
      // Once: a second time may move it by the fraction of a pixel that the first one rounded off, and so for ever.
      if (first !== centred) targetOf(first).scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      centred = first;
      if (boxOf(first) === before && !isDisabled(first)) return targetOf(first);
      before = boxOf(first);
    }
    const isLate = performance.now() >= end;
    if (want === 'target' && isLate) return null;
    if (want === 'seen' && (first || isLate)) {
      return found.map((element) => ({
        text: textOf(element),
        name: nameOf(element),
        shown: isShown(element),
        focused: document.activeElement === element,
        checked: (element as HTMLInputElement).checked === true,
      }));
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}
