// Renders bodies as Astro does: {body, dialect, gfm, smart} a line in, the HTML as a JSON string a line out,
// null where Astro refuses the body.
import { createInterface } from "node:readline";
import { unified } from "@astrojs/markdown-remark";
import { satteri } from "@astrojs/markdown-satteri";

const processors = { astro: satteri(), "astro-remark": unified() };
const renderers = new Map();

async function renderer(dialect, gfm, smartypants) {
  const key = JSON.stringify([dialect, gfm, smartypants]);
  if (!renderers.has(key)) {
    renderers.set(key, await processors[dialect].createRenderer({ syntaxHighlight: false, gfm, smartypants }));
  }
  return renderers.get(key);
}

console.error = () => {}; // what remark says of a body that it refuses
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { body, dialect, gfm, smart } = JSON.parse(line);
  let html = null;
  try {
    html = (await (await renderer(dialect, gfm, smart)).render(body, {})).code;
  } catch {}
  process.stdout.write(JSON.stringify(html) + "\n");
}
