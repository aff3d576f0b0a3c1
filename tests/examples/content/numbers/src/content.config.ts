import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';

const MOST_STARS = 5;
const DAY = 86_400;

const reviews = defineCollection({
	loader: glob({ base: './src/content/reviews', pattern: '**/*.md' }),
	schema: z.object({
		stars: z.number().int().min(1).max(MOST_STARS),
		half: z.number().multipleOf(0.5).gte(0).lte(5),
		price: z.number().positive(),
		discount: z.number().gt(0).lt(1).optional(),
		balance: z.number().negative(),
		debt: z.number().nonpositive(),
		count: z.coerce.number().int().nonnegative(),
		seconds: z.number().max(DAY).step(60).default(0x3c),
		narrowest: z.number().min(1).min(3).max(10).max(8),
		whole: z.number().int(),
		finite: z.number().finite(),
		temperature: z.number().min(-273.15),
		year: z.coerce.number().default(2_025),
		ratio: z.number().min(1e-3).max(1e3),
		size: z.tuple([z.number(), z.number()]),
		scores: z.array(z.number().min(0)).length(3),
		rest: z.tuple([z.string()]).rest(z.number()).optional(),
	}),
});

export const collections = { reviews };
