// How the page looks, beside page.js in the same world: its style sheet, and boxes for what it does not play.
"use strict";

Object.assign(articlePage, (() => {
  const style = document.head.querySelector("style");
  const ownStyle = style.textContent;
  const kinds = { VIDEO: "video", AUDIO: "audio", IFRAME: "page", OBJECT: "file", EMBED: "file" };
  const played = Object.keys(kinds).join(", ").toLowerCase();

  // An empty text stands for the style that the document came with.
  function setStyle(css) {
    style.textContent = css || ownStyle;
    return true;
  }

  function setLanguage(language) {
    document.documentElement.lang = language;
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

  return { boxMedia, setLanguage, setStyle };
})());
true;
