import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { contentDir } from './load/files.ts';
import { lessonSchema } from './schema/lesson.ts';

/** Lessons are MDX and need Astro's renderer; everything else comes through `src/load`. */
export const collections = {
  lessons: defineCollection({
    loader: glob({ base: `${contentDir()}/lessons`, pattern: '*.mdx', generateId: ({ data }) => String(data['id']) }),
    schema: lessonSchema,
  }),
};
