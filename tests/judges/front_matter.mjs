// Reads front matters as Astro does: one JSON string with a file's text a line in, one JSON value a line out.
import { createInterface } from "node:readline";
import { parseFrontmatter } from "@astrojs/internal-helpers/frontmatter";

function wire(value) {
  if (value instanceof Date && value.isTime?.()) return value.toISOString().replace(".000", ""); // a time of day
  if (value instanceof Date) return { $: "date", v: Number.isNaN(value.getTime()) ? null : new Date(value.getTime()).toISOString() };
  if (Array.isArray(value)) return value.map(wire);
  if (typeof value === "bigint") return { $: "num", v: String(value) };
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { $: "num", v: Object.is(value, -0) ? "-0" : String(value) };
  }
  if (value !== null && typeof value === "object") {
    return { $: "map", v: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wire(item)])) };
  }
  return value;
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let answer;
  try {
    answer = wire(parseFrontmatter(JSON.parse(line)).frontmatter);
  } catch (error) {
    answer = { error: String(error.message).split("\n")[0] };
  }
  console.log(JSON.stringify(answer));
}
