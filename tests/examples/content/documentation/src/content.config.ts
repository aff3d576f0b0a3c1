import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const badge = z.object({
	text: z.string(),
	variant: z.enum(['note', 'tip', 'caution', 'danger', 'success', 'default']).default('default'),
});

const action = z.object({
	text: z.string(),
	link: z.string(),
	variant: z.enum(['primary', 'secondary', 'minimal']).default('primary'),
	icon: z.string().optional(),
	attrs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

const docs = defineCollection({
	loader: glob({ base: new URL('./docs', import.meta.url), pattern: '**/[^_]*.{md,mdx}' }),
	schema: (context) =>
		z.object({
			title: z.string().describe('The heading of the page, its `<title>` and its name in the menu.'),
			description: z.string().optional(),
			editUrl: z.union([z.string().url(), z.boolean()]).optional().default(true),
			head: z
				.array(
					z.object({
						tag: z.enum(['title', 'base', 'link', 'style', 'meta', 'script', 'noscript', 'template']),
						attrs: z.record(z.string(), z.string()).default({}),
						content: z.string().default(''),
					}),
				)
				.default([]),
			tableOfContents: z
				.union([
					z.object({
						minHeadingLevel: z.number().int().min(1).max(6).default(2),
						maxHeadingLevel: z.number().int().min(1).max(6).default(3),
					}),
					z.boolean(),
				])
				.optional(),
			template: z.enum(['doc', 'splash']).default('doc'),
			hero: z
				.object({
					title: z.string().optional(),
					tagline: z.string().optional(),
					image: z
						.union([
							z.object({ alt: z.string().default(''), file: context.image() }),
							z.object({ alt: z.string().default(''), dark: context.image(), light: context.image() }),
							z.object({ html: z.string() }),
						])
						.optional(),
					actions: action.array().default([]),
				})
				.optional(),
			lastUpdated: z.union([z.date(), z.boolean()]).optional(),
			prev: z
				.union([z.boolean(), z.string(), z.object({ link: z.string().optional(), label: z.string().optional() }).strict()])
				.optional(),
			sidebar: z
				.object({
					order: z.number().optional(),
					label: z.string().optional(),
					hidden: z.boolean().default(false),
					badge: z.union([z.string(), badge]).optional(),
				})
				.default({ hidden: false }),
			draft: z.boolean().default(false),
		}),
});

export const collections = { docs };
