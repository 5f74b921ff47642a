import type { APIRoute } from 'astro';
import { routes, source } from '../authoring/compile/source.ts';

export const getStaticPaths = () => routes().map((route) => ({ params: { route } }));

/** The course's data, fetched once right after the start: scenarios, question bank, rules, words. */
export const GET: APIRoute = ({ params }) => {
  const route = routes().find((r) => r === params['route']);
  return route ? Response.json(source(route).course) : new Response(null, { status: 404 });
};
