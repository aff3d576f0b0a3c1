// Says how github-slugger writes titles: a JSON list of texts on standard input, a JSON list of slugs on
// standard output, each asked for alone.
import { readFileSync } from 'node:fs';
import { slug } from 'github-slugger';

const titles = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(titles.map((title) => slug(title))));
