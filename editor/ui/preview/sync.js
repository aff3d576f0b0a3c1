// Where the lines of the text stand on the page, beside page.js in the same world.
//
// A place in the text is named by a block, a line in it (with a fraction) and the lines that the block has, with
// and without the blank ones at its end: [index, line, filled, all]. Heights are those from the top of the page.
// Answers are JSON, for the engine hands over plain values only.
// In a block, data-lines="first end" says of an element which of the block's lines it was made of.
"use strict";

Object.assign(articlePage, (() => {
  const words = /[\p{L}\p{N}]+/gu;
  const mark = document.createElement("div");
  const anchoring = document.createElement("style");
  const placed = {
    all: "initial", color: "inherit", position: "absolute", "position-anchor": "--caret",
    top: "calc(anchor(top) - 4px)", bottom: "calc(anchor(bottom) - 4px)",
    left: "calc(anchor(left) - 12px)", right: "calc(anchor(right) - 12px)",
    "border-radius": "5px", background: "color-mix(in srgb, currentcolor 5%, transparent)",
    "pointer-events": "none",
  };
  let marked = null;

  anchoring.textContent = "[data-caret] { anchor-name: --caret !important }";
  document.head.append(anchoring);
  for (const [name, value] of Object.entries(placed)) mark.style.setProperty(name, value, "important");

  function isShown(element) {
    return element.getClientRects().length > 0;
  }

  function edgesOf(nodes) {
    const range = document.createRange();
    if (!nodes.length) return null;
    range.setStartBefore(nodes[0]);
    range.setEndAfter(nodes.at(-1));
    if (!range.getClientRects().length) return null;
    const { top, bottom } = range.getBoundingClientRect();
    return { top: top + scrollY, bottom: bottom + scrollY };
  }

  function nearestEdges(index, step) {
    for (let near = index; near >= 0 && near < articlePage.countBlocks(); near += step) {
      const edges = edgesOf(articlePage.nodesOfBlock(near));
      if (edges) return edges;
    }
    return null;
  }

  // What shows nothing stands where the next block begins, at the end of the page where the last one ends.
  function edgesOfBlock(index) {
    const own = edgesOf(articlePage.nodesOfBlock(index));
    if (own) return own;
    const { top } = document.querySelector(".prose").getBoundingClientRect();
    const place = nearestEdges(index + 1, 1)?.top ?? nearestEdges(index - 1, -1)?.bottom ?? top + scrollY;
    return { top: place, bottom: place };
  }

  function topOfNext(index, bottom) {
    return Math.max(bottom, nearestEdges(index + 1, 1)?.top ?? bottom);
  }

  function elementsOf(index) {
    const elements = articlePage.nodesOfBlock(index).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    return elements.flatMap((element) => [
      ...(element.hasAttribute("data-lines") ? [element] : []), ...element.querySelectorAll("[data-lines]"),
    ]);
  }

  function linesOf(element) {
    return element.dataset.lines.split(" ").map(Number);
  }

  // The lines of code stand in the inner box of their element, below the line of the fence.
  function pointsOfCode(element, first, end) {
    const code = element.querySelector("code") ?? element;
    const count = code.textContent.replace(/\n$/, "").split("\n").length;
    const { top, bottom } = code.getBoundingClientRect();
    const start = first + (end - first > count ? 1 : 0);
    return [[start, top], [start + count, bottom]];
  }

  // Points that tell which line stands how high, in the order of both.
  function pointsOf(index, filled) {
    const { top, bottom } = edgesOfBlock(index);
    const points = [[0, top]];
    for (const element of elementsOf(index)) {
      if (!isShown(element)) continue;
      const [first, end] = linesOf(element);
      const edges = element.getBoundingClientRect();
      points.push([first, edges.top + scrollY]);
      if (element.localName === "pre") {
        points.push(...pointsOfCode(element, first, end).map(([line, y]) => [line, y + scrollY]));
      }
      if (!element.querySelector("[data-lines]")) points.push([end, edges.bottom + scrollY]);
    }
    points.sort(([one], [other]) => one - other);
    points.push([Math.max(filled, points.at(-1)[0]), bottom]);
    let highest = top;
    return points.map(([line, y]) => [line, highest = Math.min(Math.max(highest, y), bottom)]);
  }

  function between(points, value, from, to) {
    let index = points.findLastIndex((point) => point[from] <= value);
    index = Math.min(Math.max(index, 0), points.length - 2);
    const [start, end] = [points[index], points[index + 1]];
    const length = end[from] - start[from];
    const share = length > 0 ? Math.min(Math.max((value - start[from]) / length, 0), 1) : 0;
    return start[to] + share * (end[to] - start[to]);
  }

  function yOf([index, line, filled, all]) {
    const points = pointsOf(index, filled);
    if (line < filled || all <= filled) return between(points, line, 0, 1);
    const bottom = points.at(-1)[1];
    const share = Math.min((line - filled) / (all - filled), 1);
    return bottom + share * (topOfNext(index, bottom) - bottom);
  }

  function blockAt(y) {
    let low = 0;
    let high = articlePage.countBlocks() - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (edgesOfBlock(middle).top <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // The line at a height: its block, and the line in it, or the share of the room below the block. How many
  // lines a block without data-lines has only the text knows: there it is a share of the block.
  function lineAt(y) {
    const index = blockAt(y);
    const { top, bottom } = edgesOfBlock(index);
    if (y > bottom) {
      const room = topOfNext(index, bottom) - bottom;
      return { index, below: room > 0 ? Math.min((y - bottom) / room, 1) : 1 };
    }
    const lines = elementsOf(index).map((element) => linesOf(element)[1]);
    if (lines.length) return { index, line: between(pointsOf(index, Math.max(...lines)), y, 1, 0) };
    return { index, share: bottom > top ? Math.max((y - top) / (bottom - top), 0) : 0 };
  }

  function scroll() {
    const reach = Math.max(document.documentElement.scrollHeight - innerHeight, 0);
    return { place: scrollY, reach, height: innerHeight };
  }

  function heights(places) {
    return JSON.stringify({ ...scroll(), heights: places.map(yOf) });
  }

  function lines(ys) {
    return JSON.stringify({ ...scroll(), lines: ys.map(lineAt) });
  }

  function goTo(place) {
    scrollTo({ top: place, behavior: "instant" });
    return scrollY;
  }

  function ownTextsOf(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest("[data-lines]") === element) texts.push(walker.currentNode);
    }
    return texts;
  }

  // The middle of the row where so much of the text of an element stands before; in a paragraph of many rows that
  // is more than its edges tell.
  function rowAt(element, share) {
    const texts = ownTextsOf(element);
    let left = Math.floor(share * texts.reduce((sum, text) => sum + text.length, 0));
    for (const text of texts) {
      if (left < text.length) {
        const range = document.createRange();
        range.setStart(text, left);
        range.setEnd(text, left + 1);
        const { top, bottom, height } = range.getBoundingClientRect();
        return height > 0 ? (top + bottom) / 2 + scrollY : null;
      }
      left -= text.length;
    }
    return null;
  }

  function yOfCaret(place) {
    const [index, line, filled] = place;
    const element = line < filled ? innermost(index, Math.floor(line)) : null;
    if (!element?.hasAttribute("data-lines") || ["pre", "table", "tr"].includes(element.localName)) return yOf(place);
    const [first, end] = linesOf(element);
    const inner = element.querySelector("[data-lines]");
    const last = inner ? Math.max(linesOf(inner)[0], first + 1) : end;
    return rowAt(element, Math.min((line - first) / (last - first), 0.999)) ?? yOf(place);
  }

  // Shows the place of the caret as high in the view as height says.
  function keep(place, height) {
    articlePage.settle(true);
    return goTo(yOfCaret(place) - height);
  }

  function innermost(index, line) {
    const around = elementsOf(index).filter((element) => {
      const [first, end] = linesOf(element);
      return first <= line && line < end;
    });
    return around.at(-1) ?? articlePage.nodesOfBlock(index).find((node) => node.nodeType === Node.ELEMENT_NODE);
  }

  // Marks softly what the line was made into; -1 for nothing.
  function markBlock(index, line) {
    const element = index < 0 ? null : innermost(index, line) ?? null;
    if (element === marked && (!element || element.isConnected)) return true;
    marked?.removeAttribute("data-caret");
    marked = element;
    element?.setAttribute("data-caret", "");
    if (element) document.body.append(mark);
    else mark.remove();
    return true;
  }

  function wordAt(text, offset) {
    const found = [...text.matchAll(words)];
    const here = found.find((word) => offset <= word.index + word[0].length) ?? found.at(-1);
    if (!here) return { word: "", number: 0, within: 0 };
    const number = found.filter((word) => word.index < here.index && word[0] === here[0]).length;
    return { word: here[0], number, within: Math.min(Math.max(offset - here.index, 0), here[0].length) };
  }

  // What of the text was clicked at a point of the view: block, lines, and the word with how often it came before.
  // Nothing where the click means something else: a link, a disclosure, a selection.
  function clicked(x, y) {
    const range = document.caretRangeFromPoint(x, y);
    const node = range?.startContainer;
    const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
    const isMeant = element && !element.closest("a[href], summary, input") && getSelection().isCollapsed;
    const index = isMeant ? articlePage.indexOfBlock(node) : -1;
    if (index < 0) return "null";
    // A footnote is shown elsewhere than it is written: it is found by its label.
    const note = element.closest("li[id^='user-content-fn-'], li[id^='fn:']")?.id ?? "";
    const label = note.replace(/^user-content-fn-|^fn:/, "");
    const around = element.closest("[data-lines]");
    const own = around && articlePage.indexOfBlock(around) === index ? around : null;
    const holder = own ?? element;
    const before = document.createRange();
    before.setStart(holder, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const [first, end] = own ? linesOf(own) : [-1, -1];
    return JSON.stringify({ index, first, end, label, ...wordAt(holder.textContent, before.toString().length) });
  }

  return { clicked, goTo, heights, keep, lines, markBlock };
})());
true;
