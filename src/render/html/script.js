
"use strict";
(() => {
  const root = document.documentElement;
  const $ = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const toolbar = $(".toolbar");
  const find = $("#find");
  const found = $("#found");
  const keys = $("#keys");
  toolbar.hidden = false;

  /* Unfolds whatever hides an element. */
  const reveal = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at.localName === "details") at.open = true;
    }
  };

  /* Moves to the next or previous change from where the reader is. */
  const step = (by) => {
    const changes = all(".change").filter((change) => change.getClientRects().length);
    const here = changes.indexOf(document.activeElement.closest(".change"));
    const line = toolbar.getBoundingClientRect().bottom + 8;
    const below = changes.findIndex((change) => change.getBoundingClientRect().top > line);
    let next = here + by;
    if (here < 0) next = by > 0 ? below : (below < 0 ? changes.length : below) - 1;
    const change = changes[Math.max(0, Math.min(changes.length - 1, next < 0 && by > 0 ? changes.length - 1 : next))];
    if (!change) return;
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: "start" });
    history.replaceState(null, "", "#" + change.id);
  };

  const go = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    reveal(target);
    target.scrollIntoView({ block: "start" });
    if (target.tabIndex === -1) target.focus({ preventScroll: true });
  };

  const expand = () => {
    const button = $("[data-do=expand]");
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", open);
    for (const details of all("details")) details.open = open;
  };

  const theme = () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };

  const view = () => {
    for (const set of all(".view")) {
      [...set.querySelectorAll("input")].find((input) => !input.checked).click();
    }
  };

  /* Search: marks all places with the words and goes round them. */
  let places = [];
  let current = -1;
  const ranges = (words) => {
    const walker = document.createTreeWalker($("main"), NodeFilter.SHOW_TEXT);
    const places = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (parent.closest(".vh, svg") || getComputedStyle(parent.closest(".row > div") ?? parent).display === "none") continue;
      const text = node.data.toLowerCase();
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, Math.min(node.length, at + words.length));
        places.push(range);
      }
    }
    return places;
  };
  const search = () => {
    const words = find.value.trim().toLowerCase();
    places = words.length > 1 ? ranges(words) : [];
    current = -1;
    CSS.highlights?.set("found", new Highlight(...places));
    CSS.highlights?.delete("current");
    found.value = words.length > 1 ? `${places.length} found` : "";
  };
  const turn = (by) => {
    if (!places.length) return;
    current = (current + by + places.length) % places.length;
    const range = places[current];
    reveal(range.startContainer.parentElement);
    CSS.highlights?.set("current", new Highlight(range));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    found.value = `${current + 1} of ${places.length}`;
  };

  const actions = {
    next: () => step(1),
    previous: () => step(-1),
    expand,
    theme,
    view,
    find: () => find.focus(),
    help: () => keys.showModal(),
  };
  const shortcuts = { j: "next", k: "previous", e: "expand", d: "theme", s: "view", "/": "find", "?": "help" };

  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) actions[button.dataset.do]();
  });
  find.addEventListener("input", search);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") turn(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") find.blur();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input[type=search], textarea, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = shortcuts[event.key];
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });
  addEventListener("hashchange", go);
  addEventListener("beforeprint", () => {
    for (const details of all("details:not([open])")) {
      details.dataset.print = "";
      details.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const details of all("[data-print]")) {
      delete details.dataset.print;
      details.open = false;
    }
  });
  if (location.hash) go();
})();
