// src/app/arrival.ts
{
  const p = document.documentElement;
  const on = addEventListener;
  let was;
  // src/components/main.ts takes it over, and tells what goes wrong; in WebKit it may run first.
  if (window.course === undefined) {
    window.course = fetch(document.querySelector('[name=course]').content);
    window.course.catch(() => {});
  }
  on('click', (e) => {
    const c = e.target.closest('a,button,label,summary');
    if (p.className) return;
    if (e.detail > 1 && c !== was) e.preventDefault();
    else if (c) c.dataset.early = '';
    was = c;
    p.dataset.did = '';
  });
  on('keydown', () => (p.dataset.did = ''));
  on('hashchange', () => {
    delete p.dataset.did;
    // src/styles/screens.css
    const near = document.querySelector(':target');
    document.querySelector('[data-near]')?.removeAttribute('data-near');
    near?.closest('.screen:not(:target)')?.setAttribute('data-near', '');
    if (!p.className) near?.scrollIntoView();
  });
  on('error', (e) => e.target.src && document.body.setAttribute('data-failed', ''), true);
}
