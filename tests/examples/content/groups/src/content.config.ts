import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';

const person = z.object({
	name: z.string(),
	mail: z.string().email().optional(),
	address: z.object({ street: z.string(), city: z.string() }),
});

const entries = defineCollection({
	loader: glob({ base: './src/content/entries', pattern: '**/*.md' }),
	schema: z.object({
		person,
		partial: person.partial(),
		some: person.partial({ name: true }),
		whole: person.required(),
		named: person.pick({ name: true }),
		lonely: person.omit({ address: true, mail: true }),
		strict: person.strict(),
		loose: person.passthrough(),
		stripped: person.strict().strip(),
		open: z.object({ a: z.string() }).catchall(z.number()),
		extended: person.extend({ age: z.number().int() }),
		merged: person.merge(z.object({ name: z.number() })),
		both: z.intersection(z.object({ a: z.string() }), z.object({ b: z.number().optional() })),
		street: person.shape.address.shape.street,
		element: z.array(person).element,
		inner: z.string().optional().unwrap(),
		keys: person.keyof(),
		byKey: z.record(z.string(), z.object({ label: z.string(), count: z.number().default(0) })),
		deep: z.object({ a: z.object({ b: z.object({ c: z.array(z.object({ d: z.boolean() })) }) }) }),
		people: z.array(person.pick({ name: true })).min(1),
		place: z.tuple([z.number(), z.number()]),
		mixed: z.tuple([z.string(), z.number()]),
		either: z.union([person.pick({ name: true }), z.string()]),
		two: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
	}),
});

export const collections = { entries };
