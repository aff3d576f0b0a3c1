import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import * as z from 'astro/zod';

const Category = z.object({
	name: z.string(),
	get subcategories() {
		return z.array(Category).optional();
	},
});

const talks = defineCollection({
	loader: glob({ base: './src/content/talks', pattern: '**/*.md' }),
	schema: z.strictObject({
		url: z.url(),
		email: z.email().optional(),
		id: z.uuid().optional(),
		day: z.iso.date(),
		start: z.iso.datetime().optional(),
		time: z.iso.time().optional(),
		slides: z.httpUrl().optional(),
		code: z.nanoid().optional(),
		seats: z.int().min(1),
		small: z.int32().optional(),
		rating: z.float64().max(5).optional(),
		level: z.literal(['easy', 'medium', 'hard']),
		on: z.stringbool().optional(),
		ticket: z.templateLiteral(['talk-', z.number()]).optional(),
		speaker: z.looseObject({ name: z.string() }),
		notes: z.object({ text: z.string() }).catchall(z.string()).optional(),
		title: z.string().trim().min(1).meta({ title: 'Title', description: 'What the talk is called' }),
		room: z.string().prefault('Hall'),
		length: z.number().default(45).describe('Minutes'),
		late: z.string().optional().nonoptional(),
		prices: z.record(z.enum(['adult', 'child']), z.number()).optional(),
		some: z.partialRecord(z.enum(['adult', 'child']), z.number()).optional(),
		category: Category.optional(),
		hash: z.hex().optional(),
		either: z.xor([z.string(), z.number()]).optional(),
		exact: z.exactOptional(z.string()),
	}),
});

export const collections = { talks };
