import { defineCollection, reference, z, type SchemaContext } from 'astro:content';
import { glob } from 'astro/loaders';

const collectionOf = (name: string) => glob({ base: `./src/content/${name}`, pattern: '**/*.md' });

const withLength = (longest: number, shortest = 1) => z.string().min(shortest).max(longest);

function link() {
	const href = z.string().url();
	return z.object({ label: withLength(30), href });
}

function listOf<T extends z.ZodTypeAny>(item: T) {
	return z.array(item).default([]);
}

const seo = (image: SchemaContext['image']) =>
	z.object({
		ogImage: image().optional(),
		title: withLength(60).optional(),
	});

function blogSchema({ image }: SchemaContext) {
	const cover = image().optional();
	// One place for what several collections share.
	const shared = { title: withLength(80), cover };
	return z.object({
		...shared,
		seo: seo(image).optional(),
		links: listOf(link()),
		tags: listOf(z.string()),
		next: reference('blog').optional(),
	});
}

const makeCollection = (name: string, extra: z.ZodRawShape = {}) =>
	defineCollection({
		loader: collectionOf(name),
		schema: z.object({ title: z.string(), ...extra }),
	});

export const collections = {
	blog: defineCollection({ loader: collectionOf('blog'), schema: blogSchema }),
	notes: makeCollection('notes', { mood: z.enum(['good', 'bad']).optional() }),
	pages: makeCollection('pages'),
	log: defineCollection({
		loader: collectionOf('log'),
		schema: function ({ image }) {
			return blogSchema({ image }).extend({ day: z.coerce.date() });
		},
	}),
};
