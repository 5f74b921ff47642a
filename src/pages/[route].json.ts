import type { APIRoute } from 'astro';
import { contentReady, routes, source } from '../authoring/compile/source.ts';

export const getStaticPaths = async () => {
  await contentReady();
  return routes().map(({ id }) => ({ params: { route: id } }));
};

/** The course's data, fetched once right after the start: scenarios, question bank, rules, words. */
export const GET: APIRoute = ({ params }) => {
  const route = routes().find((r) => r.id === params['route']);
  return route ? Response.json(source(route.id).course) : new Response(null, { status: 404 });
};
