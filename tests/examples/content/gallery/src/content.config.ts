import { defineCollection, z, type SchemaContext } from 'astro:content';
import { glob } from 'astro/loaders';

const imageWithWords = ({ image }: SchemaContext) =>
	z.object({
		src: image(),
		alt: z.string().min(1),
		caption: z.string().optional(),
	});

const galleries = defineCollection({
	loader: glob({ base: './src/content/galleries', pattern: '**/index.md' }),
	schema: (context) =>
		z.object({
			title: z.string(),
			cover: imageWithWords(context),
			photos: z.array(context.image()).min(1),
			pictures: z.array(imageWithWords(context)).default([]),
			pairs: z.array(z.tuple([context.image(), context.image()])).optional(),
			byPlace: z.record(z.string(), context.image()).optional(),
			background: context.image().nullable(),
			banner: z.union([context.image(), z.object({ video: z.string().url() })]).optional(),
			icon: context.image().refine((icon) => icon.width >= 32, { message: 'An icon is 32 pixels wide' }).optional(),
		}),
});

export const collections = { galleries };
