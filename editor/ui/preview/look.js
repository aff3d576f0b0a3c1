// How the page looks, beside page.js in the same world: its style sheet, light or dark, cards in its place, and
// boxes for what it does not play.
"use strict";

Object.assign(articlePage, (() => {
  const style = document.head.querySelector("style");
  const ownStyle = style.textContent;
  const cards = document.createElement("div");
  const cardsTree = cards.attachShadow({ mode: "open" });
  const cardsStyle = document.createElement("style");
  const cardsHolder = document.createElement("main");
  const kinds = { VIDEO: "video", AUDIO: "audio", IFRAME: "page", OBJECT: "file", EMBED: "file" };
  const played = Object.keys(kinds).join(", ").toLowerCase();

  cardsTree.append(cardsStyle, cardsHolder);
  // No rule of the page moves them.
  const placed = { all: "initial", display: "block", position: "fixed", inset: "0", "z-index": "2147483647" };
  for (const [name, value] of Object.entries(placed)) cards.style.setProperty(name, value, "important");

  // An empty text stands for the style that the document came with.
  function setStyle(css) {
    style.textContent = css || ownStyle;
    return true;
  }

  function setLanguage(language) {
    document.documentElement.lang = language;
    return true;
  }

  function setPaint(name) {
    document.documentElement.dataset.theme = name;
    cards.dataset.theme = name;
    return true;
  }

  function setCardsStyle(css) {
    cardsStyle.textContent = css;
    return true;
  }

  // The cards lie over the page, which stays where it is; without any, the page is there again.
  function setCards(html) {
    cardsHolder.innerHTML = html;
    document.body.inert = html !== "";
    if (html) document.documentElement.append(cards);
    else cards.remove();
    if (html) document.documentElement.style.setProperty("overflow", "hidden", "important");
    else document.documentElement.style.removeProperty("overflow");
    return true;
  }

  function addressOf(element) {
    const named = element.getAttribute("src") ?? element.getAttribute("data");
    return named ?? element.querySelector("source[src]")?.getAttribute("src") ?? "";
  }

  // The box is a picture of the scheme's, which knows the files and the writer's language.
  function boxFor(element) {
    const kind = kinds[element.tagName];
    const box = element.ownerDocument.createElement("img");
    const address = addressOf(element);
    box.dataset.box = kind;
    box.alt = element.title || address;
    box.src = `/@box/${kind}?${encodeURIComponent(address)}`;
    for (const name of ["id", "class", "width", "height"]) {
      if (element.hasAttribute(name)) box.setAttribute(name, element.getAttribute(name));
    }
    return box;
  }

  function boxMedia(holder) {
    for (const element of holder.querySelectorAll(played)) element.replaceWith(boxFor(element));
  }

  return { boxMedia, setCards, setCardsStyle, setLanguage, setPaint, setStyle };
})());
true;
