import { getCollection } from 'astro:content';

/** The articles a visitor may read, newest first; while writing, also drafts and those dated ahead. */
export async function published() {
	const now = Date.now();
	const articles = await getCollection(
		'blog',
		({ data }) => import.meta.env.DEV || (!data.draft && data.pubDate.valueOf() <= now),
	);
	return articles.sort((a, b) => b.data.pubDate.valueOf() - a.data.pubDate.valueOf());
}
