import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';

const CATEGORIES = ['travel', 'food', 'été', 'longs mots'] as const;
const LANGUAGES = ['fr', 'en'] satisfies [string, ...string[]];
const LEVELS = Object.freeze(['easy', 'hard'] as const);
const HALF = ['a', 'b'] as const;

enum Status {
	Draft = 'draft',
	Review = 'review',
	Published = 'published',
}

const Sizes = { Small: 's', Medium: 'm', Large: 'l' } as const;
const licences = z.enum(['cc-by', 'cc-by-sa', 'all-rights']);

const articles = defineCollection({
	loader: glob({ base: './src/content/articles', pattern: '**/*.mdx' }),
	schema: z.object({
		category: z.enum(CATEGORIES),
		lang: z.enum(LANGUAGES).default('fr'),
		level: z.enum(LEVELS).optional(),
		letter: z.enum([...HALF, 'c']),
		status: z.nativeEnum(Status).default(Status.Draft),
		size: z.nativeEnum(Sizes).default(Sizes.Medium),
		licence: licences,
		openLicence: licences.exclude(['all-rights']).optional(),
		strictLicence: licences.extract(['all-rights']).optional(),
		kind: z.literal('article'),
		stars: z.union([z.literal(1), z.literal(2), z.literal(3)]),
		either: z.literal('yes').or(z.literal('no')).default('no'),
		categories: z.array(z.enum(CATEGORIES)).max(2).default(['food']),
		mood: z.enum(['good', 'bad']).nullable(),
		layout: z.enum(['wide', 'narrow']).or(z.boolean()).optional(),
	}),
});

export const collections = { articles };
