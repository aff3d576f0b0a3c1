// Says what Zod makes of values: {"schemas": [code, ...], "values": [YAML, ...]} on standard input; on standard
// output for each schema its JSON Schema as Astro generates it, and its verdicts, a letter for each value:
// + accepted, - refused, ? no YAML.
import { readFileSync } from "node:fs";
import yaml from "js-yaml";
import * as z from "zod";

// Astro 7, content/data-store and types-generator: a date is a text in the schema.
function override({ zodSchema, jsonSchema }) {
  if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
}

function verdict(schema, value) {
  let data;
  try {
    data = yaml.load(`key: ${value}`);
  } catch {
    return "?";
  }
  const parsed = schema.safeParse(data);
  return parsed.success ? "+" : "-";
}

const { schemas, values } = JSON.parse(readFileSync(0, "utf8"));
const answers = schemas.map((code) => {
  const schema = z.object({ key: new Function("z", `return ${code}`)(z) });
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", override });
  return { code, json, verdicts: values.map((value) => verdict(schema, value)).join("") };
});
process.stdout.write(JSON.stringify(answers));
