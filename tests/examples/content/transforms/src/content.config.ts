import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';

const slug = z.string().regex(/^[a-z0-9-]+$/, 'Letters and hyphens');

const posts = defineCollection({
	loader: glob({ base: './src/content/posts', pattern: '**/*.md' }),
	schema: z
		.object({
			title: z.string().trim().toLowerCase(),
			slug: slug.brand<'Slug'>(),
			day: z.string().transform((text) => new Date(text)),
			tags: z
				.array(z.string())
				.transform((tags) => [...new Set(tags)])
				.optional(),
			minutes: z.string().pipe(z.coerce.number()),
			size: z.preprocess((value) => Number(value), z.number().min(1)),
			list: z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(z.string())).optional(),
			level: z.number().refine((level) => level % 2 === 0),
			summary: z
				.string()
				.superRefine((text, context) => {
					if (text.length > 10) context.addIssue({ code: 'custom', message: 'Too long' });
				})
				.optional(),
			fixed: z.array(z.string()).readonly(),
			flag: z.coerce.boolean(),
			words: z.coerce.string(),
			lazy: z.lazy(() => z.string()),
			piped: z.number().transform(String).default(1),
		})
		.refine((data) => data.minutes !== 0),
});

export const collections = { posts };
