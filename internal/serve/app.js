// The page of `charts serve`: it asks for the state whenever there is a newer one
// and changes what is not the same. Everything from reports and specs is text.
"use strict";

/** @type {(id: string) => any} */
const $ = (id) => document.getElementById(id);

/** @returns {any} */
function make(tag, text, set) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  return Object.assign(node, set);
}

function show(id, text) {
  $(id).textContent = text;
  $(id).hidden = text === "";
}

const address = (shown) => "out/" + encodeURI(shown.path) + "?" + shown.hash;

function showFigures(figures, broken) {
  const box = $("figures");
  /** @type {Map<string, HTMLElement>} */
  const old = new Map([...box.children].map((node) => [node.id, node]));
  for (const f of figures) {
    let node = old.get("figure-" + f.path);
    old.delete("figure-" + f.path);
    if (!node) {
      node = make("figure", undefined, { id: "figure-" + f.path });
      node.dataset.of = f.id;
      node.append(make("img", undefined, { loading: "lazy" }), make("figcaption"));
    }
    const image = node.querySelector("img");
    if (node.dataset.hash !== f.hash) {
      node.dataset.hash = f.hash;
      image.src = address(f);
    }
    image.alt = f.title;
    node.querySelector("figcaption").textContent = f.id;
    node.classList.remove("broken");
    box.append(node);
  }
  for (const node of old.values()) {
    if (broken.includes(node.dataset.of)) {
      node.classList.add("broken"); // its last picture stays
    } else {
      node.remove();
    }
  }
}

function showPages(pages) {
  const box = $("pages");
  const open = box.querySelector("iframe");
  box.querySelectorAll("a").forEach((a) => a.remove());
  for (const p of [...pages].reverse()) {
    const link = make("a", p.title, { href: address(p) });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      box.querySelector("iframe")?.remove();
      const frame = make("iframe", undefined, { src: address(p), title: p.title });
      frame.dataset.path = p.path;
      frame.dataset.hash = p.hash;
      box.append(frame);
    });
    box.prepend(link);
  }
  const page = open && pages.find((p) => p.path === open.dataset.path);
  if (page && page.hash !== open.dataset.hash) {
    const place = open.contentWindow.scrollY;
    open.dataset.hash = page.hash;
    open.addEventListener("load", () => open.contentWindow.scrollTo(0, place), { once: true });
    open.src = address(page);
  }
}

function showTables(tables) {
  $("tables").replaceChildren(...tables.map((t) => {
    const row = make("tr");
    const button = make("button", t.id, { type: "button" });
    button.addEventListener("click", () => openTable(t));
    const first = make("td");
    first.append(button);
    const place = make("td");
    place.append(make("a", t.report + ":" + t.line, { href: "read?name=" + encodeURIComponent(t.id) }));
    row.append(first, make("td", t.title), make("td", String(t.rows)), place);
    return row;
  }));
}

async function openTable(t) {
  const full = await (await fetch("table?name=" + encodeURIComponent(t.id))).json();
  const table = make("table");
  const head = make("tr");
  head.append(make("th", document.body.dataset.line), ...full.columns.map((c) => make("th", c)));
  table.append(head, ...full.cells.map((cells) => {
    const row = make("tr");
    row.append(make("td", String(cells[0]?.line ?? "")), ...cells.map((c) => make("td", c.text)));
    return row;
  }));
  $("cells").replaceChildren(make("h3", full.id + " " + full.title), table);
  const [category, value] = full.columns;
  $("spec").value = ["title: " + JSON.stringify(full.title), "chart: bar", "data: {table: " + JSON.stringify(full.id) + "}",
    "category: " + JSON.stringify(category ?? ""), "value: " + JSON.stringify(value ?? "")].join("\n") + "\n";
}

async function refresh() {
  const state = await (await fetch("state")).json();
  show("problems", state.problems);
  showFigures(state.figures, state.broken);
  showPages(state.pages);
  showTables(state.tables);
  $("status").textContent = state.status;
  document.body.dataset.version = state.version;
}

$("try").addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await fetch("try", { method: "POST", headers: { "Content-Type": "application/yaml" }, body: $("spec").value });
  const { svg, said } = answer.ok ? await answer.json() : { svg: "", said: await answer.text() };
  show("said", said);
  URL.revokeObjectURL($("drawn").src);
  $("drawn").hidden = svg === "";
  if (svg !== "") $("drawn").src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
});

const events = new EventSource("events");
events.onmessage = refresh;
events.onerror = () => { $("status").textContent = document.body.dataset.lost; };
