import { z, defineCollection, reference } from 'astro:content';

const blogCollection = defineCollection({
	type: 'content',
	schema: ({ image }) =>
		z.object({
			title: z.string(),
			// Transform string to Date object
			pubDate: z
				.string()
				.or(z.date())
				.transform((val) => new Date(val)),
			updatedDate: z
				.string()
				.optional()
				.transform((str) => (str ? new Date(str) : undefined)),
			cover: image().refine((img) => img.width >= 1080, {
				message: 'Cover image must be at least 1080 pixels wide!',
			}),
			author: reference('authors'),
			tags: z.array(z.string()).default(['others']).transform((tags) => tags.map((tag) => tag.toLowerCase())),
		}),
});

const authors = defineCollection({
	type: 'data',
	schema: z.object({
		name: z.string(),
		portfolio: z.string().url(),
	}),
});

const notes = defineCollection({
	schema: z.object({ title: z.string(), publishedAt: z.date() }),
});

export const collections = {
	'my-blog': blogCollection,
	authors,
	notes,
};
