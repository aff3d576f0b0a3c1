// Says what JavaScript makes of values: a JSON list of [value, ...] on standard input, a JSON list of
// milliseconds since 1970 (null: an invalid date) on standard output. The zone is that of TZ.
import { readFileSync } from 'node:fs';

const values = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(values.map((value) => {
	const milliseconds = new Date(value).getTime();
	return Number.isNaN(milliseconds) ? null : milliseconds;
})));
