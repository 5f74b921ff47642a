import type { APIRoute } from 'astro';
import { contentReady, routes, source } from '../authoring/compile/source.ts';
import { writeCourse } from '../course/data.ts';

export const getStaticPaths = async () => {
  await contentReady();
  return routes().map(({ id }) => ({ params: { route: id } }));
};

/** Words that only the document says, drawn there already: no script asks for them. */
const ofDocument =
  /^(?:(?:statement|display|help|front|changes|glossary|scenario\.static|start\.kept)\.|setting\.(?!support)|asked\.(?:intro|list|whom|silent|policy\.means)|reader\.|start\.pass\.(?:title|more|do|mark))/;

/** The course's data, fetched once right after the start: scenarios, question bank, rules, words of the scripts. */
export const GET: APIRoute = ({ params }) => {
  const route = routes().find((r) => r.id === params['route']);
  if (!route) return new Response(null, { status: 404 });
  const { course } = source(route.id);
  const strings = Object.entries(course.strings).filter(([key]) => !ofDocument.test(key));
  return new Response(writeCourse({ ...course, strings: Object.fromEntries(strings) }));
};
