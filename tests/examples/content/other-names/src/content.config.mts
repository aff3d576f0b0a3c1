import { glob as files, file } from 'astro/loaders';
import { defineCollection as collection, reference as entry } from 'astro:content';
import zod, { z as y, string } from 'astro/zod';
import * as all from 'astro/zod';

const { object, array: list } = y;
const BASE = './src/texts';
const more = { file: collection({ loader: file('./src/data/words.json'), schema: y.object({ word: y.string() }) }) };

const texts = collection({
	loader: files({ base: BASE + '/all', pattern: ['**/*.md', '!**/drafts/**'], generateId: ({ entry }) => entry }),
	schema: object({
		a: string(),
		b: zod.number(),
		c: all.boolean().optional(),
		d: all.z.date(),
		e: list(y.string()),
		f: entry('texts'),
	}),
}) as ReturnType<typeof collection>;

const untyped = collection({ loader: files({ pattern: 'notes/*.md' }) });

export const collections = { texts, 'two words': texts, untyped, ...more };
