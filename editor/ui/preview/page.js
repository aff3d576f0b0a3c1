// Runs in a world of its own beside the page: the article's scripts never run and cannot reach this.
"use strict";

globalThis.articlePage = (() => {
  const prose = document.querySelector(".prose");
  const inert = document.implementation.createHTMLDocument("");
  const openInSource = new WeakMap();
  const places = new Map();
  let head = [];
  let blocks = [];
  let shown = null;
  let sought = 0;
  let unsettled = null;

  // What the engine would obey or connect to without asking the policy of the page.
  function disarm(holder) {
    for (const element of holder.querySelectorAll("script, link, meta, base")) element.remove();
    articlePage.boxMedia(holder);
  }

  function elementsIn(nodes, selector) {
    return nodes.filter((node) => node.nodeType === Node.ELEMENT_NODE)
      .flatMap((node) => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]);
  }

  function takeOver(attributes, image) {
    for (const name of image.getAttributeNames()) {
      if (!attributes.getNamedItem(name)) image.removeAttribute(name);
    }
    for (const { name, value } of attributes) {
      if (image.getAttribute(name) !== value) image.setAttribute(name, value);
    }
  }

  // Images that are shown already are moved, not loaded anew: no flicker, no jump of the text below.
  function nodesOf(html, images) {
    const holder = inert.createElement("div");
    holder.innerHTML = html;
    disarm(holder);
    const moved = [];
    for (const image of holder.querySelectorAll("img[src]")) {
      const known = images.get(image.getAttribute("src"))?.pop();
      if (!known) continue;
      const place = inert.createComment("");
      image.replaceWith(place);
      moved.push([place, known, image.attributes]);
    }
    document.adoptNode(holder);
    for (const [place, known, attributes] of moved) {
      takeOver(attributes, known);
      place.replaceWith(known);
    }
    // Where a block shows nothing, an empty text keeps its place.
    return holder.hasChildNodes() ? [...holder.childNodes] : [document.createTextNode("")];
  }

  function imagesIn(nodes) {
    const images = new Map();
    for (const image of elementsIn(nodes, "img[src]")) {
      if (!image.complete) continue;
      const source = image.getAttribute("src");
      images.set(source, [image, ...(images.get(source) ?? [])]);
    }
    return images;
  }

  // What the reader has unfolded stays so while its text is written.
  function keepUnfolded(old, fresh) {
    const before = elementsIn(old, "details");
    const after = elementsIn(fresh, "details");
    after.forEach((element, index) => {
      const same = before.length === after.length ? before[index] : null;
      const was = same && openInSource.get(same);
      openInSource.set(element, element.open);
      if (same && was === element.open) element.open = same.open;
    });
  }

  function exchange(old, htmls, next) {
    const images = imagesIn(old);
    const fresh = htmls.map((html) => nodesOf(html, images));
    keepUnfolded(old, fresh.flat());
    for (const node of old) node.remove();
    const fragment = document.createDocumentFragment();
    for (const nodes of fresh) fragment.append(...nodes);
    (next ? next.parentNode : prose).insertBefore(fragment, next);
    return fresh;
  }

  function elementAtTop() {
    const elements = prose.children;
    let low = 0;
    let high = elements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (elements[middle].getBoundingClientRect().bottom > 0) high = middle;
      else low = middle + 1;
    }
    return elements[low] ?? null;
  }

  // What stands at the top of the view stays there, unless it is what changes.
  function keepingPlace(changing, change) {
    if (!unsettled) {
      const element = scrollY > 0 ? elementAtTop() : null;
      const anchor = element && !changing.includes(element) ? element : null;
      unsettled = { anchor, before: anchor?.getBoundingClientRect().top, left: scrollY, finish: () => {} };
    }
    change();
  }

  // Once for all that changed, for a look at a height lays the whole page out; not where the page is brought
  // elsewhere anyway.
  function settle(isBroughtElsewhere) {
    const change = unsettled;
    unsettled = null;
    if (!change || isBroughtElsewhere) return true;
    const { anchor, before, left, finish } = change;
    const by = anchor?.isConnected ? anchor.getBoundingClientRect().top - before : left - scrollY;
    if (by) scrollBy({ top: by, behavior: "instant" });
    finish();
    return true;
  }

  function exchangeHead(hero, title) {
    const images = imagesIn(head);
    for (const node of head) node.remove();
    const above = hero ? nodesOf(hero, images) : [];
    const inside = title ? nodesOf(title, images) : [];
    prose.before(...above);
    prose.prepend(...inside);
    head = [...above, ...inside];
  }

  function setHead(hero, title) {
    keepingPlace(head, () => exchangeHead(hero, title));
    return true;
  }

  // The writer sees what they write: where no part of it is in view, the view goes there.
  function reveal(nodes) {
    const elements = nodes.filter((node) => node.nodeType === Node.ELEMENT_NODE);
    if (!elements.length) return;
    const top = elements[0].getBoundingClientRect().top;
    const bottom = elements.at(-1).getBoundingClientRect().bottom;
    if (bottom < 0 || top > innerHeight) elements.at(-1).scrollIntoView({ block: "center", behavior: "instant" });
  }

  // The changes come from the end of the page to its start, where what was written is.
  function patch(changes, isWrittenIn) {
    const old = changes.flatMap(([start, removed]) => blocks.slice(start, start + removed).flat());
    let written = [];
    keepingPlace(old, () => {
      for (const [start, removed, htmls] of changes) {
        const gone = blocks.slice(start, start + removed).flat();
        const fresh = exchange(gone, htmls, blocks[start + removed]?.[0] ?? null);
        blocks = blocks.slice(0, start).concat(fresh, blocks.slice(start + removed));
        written = fresh.flat();
      }
    });
    unsettled.finish = isWrittenIn ? () => reveal(written) : goToPlace;
    return true;
  }

  // A long page comes in parts: the place that it was left at may not be there yet.
  function goToPlace() {
    if (sought > scrollY) scrollTo({ top: sought, behavior: "instant" });
  }

  function show(key, hero, title, htmls) {
    if (shown !== null) places.set(shown, scrollY);
    exchangeHead(hero, title);
    for (const node of blocks.flat()) node.remove();
    blocks = exchange([], htmls, null);
    shown = key;
    sought = places.get(key) ?? 0;
    scrollTo({ top: sought, behavior: "instant" });
    return true;
  }

  for (const kind of ["wheel", "keydown", "pointerdown"]) addEventListener(kind, () => { sought = 0; }, { passive: true });

  // Whom the blocks' nodes concern: block by index, how many there are, which one a node stands in.
  function nodesOfBlock(index) {
    return blocks[index] ?? [];
  }

  function countBlocks() {
    return blocks.length;
  }

  function indexOfBlock(node) {
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const first = blocks[middle][0];
      const isBefore = first === node || first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING
        || first.contains(node);
      if (isBefore) low = middle;
      else high = middle - 1;
    }
    return blocks[low]?.some((own) => own.contains(node)) ? low : -1;
  }

  return { countBlocks, indexOfBlock, nodesOfBlock, patch, setHead, settle, show };
})();
true;
