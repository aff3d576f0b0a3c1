import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';
import { SITE_TITLE } from './consts';

const AUTHOR = 'Ada Lovelace';
const site = { author: { name: AUTHOR, mail: `ada@${'example'}.org` }, tags: ['news', "l'été"] };

const pages = defineCollection({
	loader: glob({ base: './src/content/pages', pattern: '**/*.md' }),
	schema: z.object({
		text: z.string().default('Untitled'),
		quoted: z.string().default('it\'s "😀"\n'),
		empty: z.string().default(''),
		constant: z.string().default(AUTHOR),
		member: z.string().default(site.author.name),
		template: z.string().default(`By ${AUTHOR}`),
		address: z.string().default(site.author.mail),
		imported: z.string().default(SITE_TITLE),
		number: z.number().default(-1.5),
		zero: z.number().default(0),
		flag: z.boolean().default(false),
		other: z.boolean().optional().default(true),
		nothing: z.string().nullable().default(null),
		list: z.array(z.string()).default([]),
		filled: z.array(z.string()).default(site.tags),
		group: z.object({ a: z.number().default(1) }).default({}),
		filledGroup: z.object({ a: z.number(), b: z.array(z.boolean()) }).default({ a: 1, b: [true, false] }),
		early: z.string().default('x').optional(),
		late: z.string().optional().default('x'),
		max: z.string().max(10).default('short'),
		made: z.array(z.string()).default(() => []),
		today: z.coerce.date().default(new Date('2024-01-02')),
		now: z.coerce.date().default(() => new Date('2024-01-02')),
		caught: z.enum(['a', 'b']).catch('a'),
		described: z.boolean().default(false).describe('Hidden from the list'),
	}),
});

export const collections = { pages };
