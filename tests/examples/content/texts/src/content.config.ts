import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';

const HEX = /^#[0-9a-f]{6}$/i;

const entries = defineCollection({
	loader: glob({ base: './src/content/entries', pattern: '**/*.md' }),
	schema: z.object({
		short: z.string().min(1).max(60),
		exact: z.string().length(2),
		filled: z.string().nonempty(),
		narrowest: z.string().min(2).min(4).max(9).max(6),
		url: z.string().url(),
		email: z.string().email('An address').optional(),
		uuid: z.string().uuid().optional(),
		colour: z.string().regex(HEX),
		plain: z.string().regex(new RegExp('^[A-Z]+$')),
		day: z.string().date().optional(),
		moment: z.string().datetime().optional(),
		clock: z.string().time().optional(),
		begins: z.string().startsWith('https://').optional(),
		ends: z.string().endsWith('.png').optional(),
		holds: z.string().includes('@').optional(),
		emoji: z.string().emoji().optional(),
		cuid: z.string().cuid2().optional(),
		base64: z.string().base64().optional(),
		trimmed: z.string().trim().optional(),
		described: z.string().describe('The **first** words').optional(),
		several: z.array(z.string().email()).optional(),
	}),
});

export const collections = { entries };
