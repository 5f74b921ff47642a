import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { contentDir } from './authoring/read/files.ts';
import { lessonSchema } from './authoring/schema/lesson.ts';

/** Lessons are MDX and need Astro's renderer; everything else comes through `src/authoring/read`. */
export const collections = {
  lessons: defineCollection({
    loader: glob({ base: `${contentDir()}/lessons`, pattern: '*.mdx', generateId: ({ data }) => String(data['id']) }),
    schema: lessonSchema,
  }),
};
