// src/app/arrival.ts
{
  const p = document.documentElement;
  const on = addEventListener;
  let was;
  // The first screen has the line to itself: what gives it life is asked for when it is painted. Out of sight nothing is.
  const { ahead } = document.currentScript.dataset;
  const painted = new Promise((go) => {
    new PerformanceObserver(go).observe({ type: 'paint', buffered: true });
    on('load', () => setTimeout(go, document.hidden ? 0 : 500));
  });
  window.painted = painted;
  // src/components/live.ts takes it over, and tells what goes wrong; in WebKit it may run first.
  if (window.course === undefined) {
    window.course = painted.then(() => fetch(document.querySelector('[name=course]').content));
    window.course.catch(() => {});
  }
  painted.then(() => {
    for (const name of ahead?.split(' ') ?? []) {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = `./assets/${name}.js`;
      document.head.append(link);
    }
  });
  // src/styles/screens.css: the screen of what the address names. That may still be on its way.
  let near;
  const show = (look) => {
    if (p.className) return;
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {}
    const place = document.getElementById(id);
    near?.removeAttribute('data-near');
    near = place?.closest('.screen');
    near?.setAttribute('data-near', '');
    if (look) place?.scrollIntoView();
    if (id && !place && document.readyState !== 'complete') requestAnimationFrame(() => show(look));
  };
  show();
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
    show(true);
  });
  on('error', (e) => e.target.type === 'module' && document.body.setAttribute('data-failed', ''), true);
}
