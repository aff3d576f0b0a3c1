import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const entries = defineCollection({
	loader: glob({ pattern: '**/*.md', base: './src/content/media' }),
	schema: ({ image }) =>
		z.discriminatedUnion('type', [
			z.object({
				type: z.literal('article'),
				title: z.string(),
				readingTime: z.number().positive().optional(),
			}),
			z.object({
				type: z.literal('video'),
				title: z.string(),
				url: z.string().url(),
				duration: z.number().int().min(1),
				poster: image(),
			}),
			z.object({
				type: z.literal('photo'),
				title: z.string(),
				file: image(),
				camera: z.object({ maker: z.string(), model: z.string() }).partial().optional(),
			}),
		]),
});

const base = z.object({ title: z.string(), day: z.coerce.date() });

const events = defineCollection({
	loader: glob({ pattern: '*.md', base: 'src/content/events' }),
	schema: z
		.object({
			place: z.union([z.string(), z.object({ name: z.string(), latitude: z.number(), longitude: z.number() })]),
			blocks: z.array(
				z.discriminatedUnion('kind', [
					z.object({ kind: z.literal('text'), words: z.string() }),
					z.object({ kind: z.literal('speaker'), name: z.string(), links: z.array(z.string().url()).default([]) }),
					z.object({ kind: z.literal('break'), minutes: z.number().int().default(15) }),
				]),
			),
			price: z.union([z.literal('free'), z.number().nonnegative()]),
			capacity: z.string().or(z.number()).optional(),
		})
		.and(base),
});

export const collections = { entries, events };
