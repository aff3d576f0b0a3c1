import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';

const entries = defineCollection({
	loader: glob({ base: './src/content/entries', pattern: '**/*.md' }),
	schema: z.object({
		required: z.string(),
		optional: z.string().optional(),
		nullable: z.string().nullable(),
		nullish: z.string().nullish(),
		both: z.string().nullable().optional(),
		either_way: z.string().optional().nullable().default(''),
		around: z.optional(z.nullable(z.number())),
		orNull: z.union([z.string(), z.null()]),
		choice: z.enum(['a', 'b']).nullish(),
		day: z.coerce.date().nullable(),
		flag: z.boolean().nullish().default(null),
		list: z.array(z.string().nullable()).optional(),
		group: z.object({ a: z.string() }).nullable(),
		either: z.union([z.string(), z.number(), z.null()]).optional(),
		onlyNull: z.null(),
		anything: z.any(),
		something: z.unknown(),
	}),
});

export const collections = { entries };
