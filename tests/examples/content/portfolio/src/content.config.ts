import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';

export const collections = {
	work: defineCollection({
		// Every project is one Markdown file.
		loader: glob({ base: './src/content/work', pattern: '**/*.md' }),
		schema: z.object({
			title: z.string(),
			description: z.string(),
			publishDate: z.coerce.date(),
			tags: z.array(z.string()),
			img: z.string(),
			img_alt: z.string().optional(),
		}),
	}),
	pages: defineCollection({
		loader: glob({ base: './content', pattern: ['pages/**/*.md', '!**/_*.md'] }),
		schema: z.object({
			title: z.string({ required_error: 'A page needs a title' }).min(1).max(70),
			order: z.number().int().nonnegative().default(0),
			showInMenu: z.boolean().default(true),
			links: z.array(z.object({ label: z.string(), href: z.string().url() })).max(5).optional(),
		}),
	}),
};
