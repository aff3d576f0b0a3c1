import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';

// What every page has.
const page = z.object({
	title: z.string(),
	description: z.string().max(160).optional(),
	draft: z.boolean().default(false),
});

const dated = {
	pubDate: z.coerce.date(),
	updatedDate: z.coerce.date().optional(),
};

const seo = z.object({
	canonical: z.string().url().optional(),
	noindex: z.boolean().default(false),
});

const post = page.extend({
	...dated,
	tags: z.array(z.string()).default([]),
	seo: seo.optional(),
});

const note = page.omit({ description: true }).merge(z.object({ mood: z.string().optional() }));

export const collections = {
	posts: defineCollection({
		loader: glob({ base: './src/posts', pattern: '**/*.md' }),
		schema: post,
	}),
	notes: defineCollection({
		loader: glob({ base: './src/notes', pattern: '**/*.md' }),
		schema: note.extend(dated).partial({ pubDate: true }),
	}),
	recipes: defineCollection({
		loader: glob({ base: './src/recipes', pattern: '**/*.md' }),
		schema: ({ image }) =>
			z.object({
				...post.shape,
				...seo.shape,
				// A recipe's own title is shorter.
				title: post.shape.title.max(40),
				cover: image(),
				minutes: z.number().int().positive(),
				steps: z.array(z.string()).nonempty(),
			}),
	}),
	drafts: defineCollection({
		loader: glob({ base: './src/drafts', pattern: '**/*.md' }),
		schema: post.pick({ title: true, tags: true }).required({ tags: true }),
	}),
};
