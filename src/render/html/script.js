
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

  /* Copies what a change says: the words of both statements, where they stand, a link. */
  const flat = (node) => (node?.innerText ?? node?.textContent ?? "").replace(/\s+/g, " ").trim();
  const sources = all(".document").map((document) => document.dataset.source);
  const cite = (change, button) => {
    const quotes = [...change.querySelectorAll("figure")].map((figure) => {
      const place = flat(figure.querySelector("figcaption a"));
      return `“${flat(figure.querySelector("blockquote"))}” – ${sources[figure.dataset.of - 1]}, ${place}`;
    });
    const name = flat(change.querySelector("h4, .measure"));
    const link = location.href.split("#")[0] + "#" + change.id;
    const text = [name, ...quotes, link].filter(Boolean).join("\n");
    const done = () => {
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    };
    const byHand = () => prompt("Copy this", text);
    navigator.clipboard ? navigator.clipboard.writeText(text).then(done, byHand) : byHand();
  };
  for (const permalink of all(".change .permalink")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite";
    button.textContent = "Copy";
    button.title = "Copy both quotes with their sources";
    button.addEventListener("click", () => cite(permalink.closest(".change"), button));
    permalink.after(" ", button);
  }

  /* Tables: sorted by a column, filtered by words, saved as they are shown. */
  const number = (text) => {
    const digits = text.replace(/(\d),(?=\d{3})/g, "$1").match(/-?\d+(\.\d+)?/);
    return digits ? parseFloat(digits[0]) : NaN;
  };
  const order = (one, two) => {
    const [a, b] = [number(one), number(two)];
    if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b) || one.localeCompare(two);
    return a - b;
  };
  const shown = (row, at) => flat(row.cells[at]).replace(/^– not (stated|said)$/, "");
  const sort = (table, at) => {
    const head = table.tHead.rows[0].cells[at];
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const cell of table.tHead.rows[0].cells) cell.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows];
    const compare = at ? order : (one, two) => one.localeCompare(two);
    rows.sort((one, two) => (down ? -1 : 1) * compare(shown(one, at), shown(two, at)));
    table.tBodies[0].append(...rows);
  };
  const save = (table) => {
    const cell = (text) => `"${(/^[=+\-@]/.test(text) ? "'" + text : text).replace(/"/g, '""')}"`;
    const rows = [...table.rows].filter((row) => !row.hidden);
    const drawn = [...table.tHead.rows[0].cells].findIndex((head) => head.textContent === "Chart");
    const words = (row) => [...row.cells].map((_, at) => cell(shown(row, at))).filter((_, at) => at !== drawn);
    const lines = rows.map((row) => words(row).join(","));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n")], { type: "text/csv" }));
    link.download = `${table.closest("section").id}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  for (const table of all("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      if (head.textContent === "Chart") return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, at));
      head.append(button);
    });
    const tools = document.createElement("div");
    tools.className = "tools";
    const filter = document.createElement("input");
    filter.type = "search";
    filter.placeholder = "Filter rows";
    filter.setAttribute("aria-label", "Filter rows");
    filter.addEventListener("input", () => {
      const words = filter.value.trim().toLowerCase();
      for (const row of table.tBodies[0].rows) row.hidden = !row.textContent.toLowerCase().includes(words);
    });
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Save as CSV";
    button.addEventListener("click", () => save(table));
    tools.append(filter, button);
    table.closest(".scroll").before(tools);
  }

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
