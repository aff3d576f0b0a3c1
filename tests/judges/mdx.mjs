// Reads bodies as @mdx-js/mdx does: one as a JSON string a line in, {html} or {refusal} a line out.
import { createInterface } from "node:readline";
import { remarkMarkAndUnravel } from "./node_modules/@mdx-js/mdx/lib/plugin/remark-mark-and-unravel.js";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const passThrough = [
  "mdxjsEsm", "mdxFlowExpression", "mdxJsxFlowElement", "mdxJsxTextElement", "mdxTextExpression",
];

function value(attribute) {
  if (attribute.type === "mdxJsxExpressionAttribute") return ["", `{${attribute.value}`];
  const written = attribute.value;
  return [attribute.name, written && typeof written === "object" ? `{${written.value}` : (written ?? null)];
}

// What is no HTML becomes elements that tell of it.
function shape() {
  return (tree) => visit(tree, (node, index, parent) => {
    if (node.type === "mdxjsEsm") {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
      const text = { type: "text", value: node.value };
      parent.children[index] = { type: "element", tagName: "x-expr", properties: {}, children: [text] };
    } else if (node.type.startsWith("mdxJsx")) {
      const properties = { dataName: node.name || "", dataAttrs: JSON.stringify(node.attributes.map(value)) };
      parent.children[index] = { type: "element", tagName: "x-jsx", properties, children: node.children };
      return index;
    }
  });
}

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkMarkAndUnravel)
  .use(remarkRehype, { passThrough }).use(shape).use(rehypeStringify);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let answer;
  try {
    answer = { html: String(await reader.process(JSON.parse(line))) };
  } catch (error) {
    answer = { refusal: error.reason ?? String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
