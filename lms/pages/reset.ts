import { html } from 'hono/html';
import { type Html, page } from './layout.ts';

/** Asks before anything is deleted. `what` names it. */
export const resetPage = (attempt: number | 'all', what: string): Html =>
  page(
    'Reset',
    html`<p class="lead">This deletes ${what}: status, score, resume state and interactions. It cannot be undone.</p>
<form method="post" action="/reset"><input type="hidden" name="attempt" value="${attempt}">
<p><button class="stop">Delete</button> <a href="/completions">Keep</a></p></form>`,
  );

/** A page for something that went wrong, with a way back. */
export const problemPage = (title: string, text: string): Html =>
  page(title, html`<p class="lead">${text}</p><p><a href="/">Back to the launch page</a></p>`);
