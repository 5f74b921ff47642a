// src/app/arrival.ts
{
  const p = document.documentElement;
  const on = addEventListener;
  let was;
  on('click', (e) => {
    const c = e.target.closest('a,button,label,summary');
    if (p.className) return;
    if (e.detail > 1 && c !== was) e.preventDefault();
    else if (c) c.dataset.early = '';
    was = c;
    p.dataset.did = '';
  });
  on('keydown', () => (p.dataset.did = ''));
  on('hashchange', () => delete p.dataset.did);
  on('error', (e) => e.target.src && document.body.setAttribute('data-failed', ''), true);
}
