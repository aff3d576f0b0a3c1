import { defineCollection, reference } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

const authors = defineCollection({
	loader: file('src/data/authors.json'),
	schema: ({ image }) =>
		z.object({
			id: z.string(),
			name: z.string(),
			bio: z.string().max(500).optional(),
			portrait: image().optional(),
			website: z.string().url().optional(),
			email: z.string().email(),
			favourite: reference('posts').optional(),
		}),
});

const posts = defineCollection({
	loader: glob({ pattern: '**/*.md', base: './src/data/posts' }),
	schema: z.object({
		title: z.string(),
		author: reference('authors').default('ada'),
		reviewers: z.array(reference('authors')).min(1).max(3).optional(),
		related: reference('posts').array().default([]),
		series: z.object({ of: reference('series'), part: z.number().int().positive() }).optional(),
		translationOf: reference('posts').nullable().optional(),
	}),
});

const series = defineCollection({
	loader: file('src/data/series.yaml', { parser: (text) => JSON.parse(text) }),
	schema: z.object({ name: z.string(), first: reference('posts') }),
});

export const collections = { authors, posts, series };
