
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const at = (id) => document.getElementById(id);
  const said = at("said"), list = at("list"), view = at("unit"), main = at("main");
  const home = document.title;
  const collator = new Intl.Collator(data.language, { numeric: true });

  const fill = (text, filled) => text.replace(/\{(\w+)\}/g, (_, name) => filled[name] ?? "");
  const say = (text) => { said.textContent = text; };
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/g, " ").trim();

  // Elements are made of texts alone: what a unit typed is never read as markup.
  function make(tag, attributes, ...inside) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...inside.filter((each) => each !== null && each !== undefined));
    return element;
  }

  // Figures: places in lists of texts, one number for a column in which all units agree.
  const placeOf = (column, row) => (typeof column === "number" ? column : column[row]);
  const figure = (result, name, node, row) => result[name].texts[placeOf(result[name].at[node], row)];
  function reason(result, node, row) {
    const [texts, places] = result.reasons[node];
    return texts[places === null ? row : placeOf(places, row)];
  }

  const STATUSES = ["", "not_applicable", "missing", "unscored", "not_scored"];

  // Units: for each identifier the results that have it, the last one first.
  const homes = new Map();
  data.results.forEach((result, number) => result.units.forEach(([id], row) => {
    if (!homes.has(id)) homes.set(id, []);
    homes.get(id).unshift({ result, number, row });
  }));
  data.results.forEach((result) => {
    result.folded = result.units.map(([id, name]) => fold(`${name} ${id}`));
  });

  // Tables: rows that can be sorted by the head of each column, and left out while something is looked for.
  const tables = [...document.querySelectorAll("table.units")].map((element) => {
    const start = Number(element.dataset.start);
    const rows = [...element.tBodies[0].rows].map((row, number) => ({ row, unit: start + number }));
    return { element, rows, body: element.tBodies[0], result: data.results[element.dataset.result] };
  });

  // Of a long table the first rows are drawn, until all are asked for; on paper all are there.
  const MOST_DRAWN = 300;
  function draw(table) {
    let drawn = 0, left = 0;
    for (const { row } of table.rows) {
      const late = table.cut && !row.hidden && drawn >= MOST_DRAWN;
      if (!row.hidden) late ? left++ : drawn++;
      if (row.classList.contains("late") !== late) row.classList.toggle("late", late);
    }
    if (!table.more) return;
    table.more.hidden = left === 0;
    table.more.firstChild.textContent = fill(words.more, { count: drawn, units: drawn + left });
  }
  for (const table of tables) {
    table.cut = table.rows.length > MOST_DRAWN;
    if (!table.cut) continue;
    table.more = make("p", { class: "tools" }, make("button", { type: "button" }));
    table.more.firstChild.addEventListener("click", () => { table.cut = false; draw(table); });
    table.element.parentElement.after(table.more);
    draw(table);
  }

  function sort(table, head) {
    const key = head.dataset.key, rows = table.rows;
    const rising = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "descending"
      : ["rank", "unit", "band"].includes(key);
    const sign = rising ? 1 : -1;
    if (key === "unit") {
      const names = table.result.units;
      rows.sort((one, two) => sign * collator.compare(names[one.unit][1], names[two.unit][1]) || one.unit - two.unit);
    } else {
      const keys = table.result.keys[key];
      rows.sort((one, two) => {
        const a = keys[one.unit], b = keys[two.unit];
        if (a === null || b === null) return (a === null) - (b === null) || one.unit - two.unit;
        return sign * (a - b) || one.unit - two.unit;
      });
    }
    draw(table);
    table.body.replaceChildren(...rows.map((each) => each.row));
    for (const each of head.parentElement.cells) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
    const order = rising ? words.ascending : words.descending;
    say(fill(words.sorted, { column: head.lastChild.textContent, order }));
  }

  for (const table of tables) {
    for (const head of table.element.tHead.rows[0].cells) {
      // Browsers print no buttons in repeated heads: on paper the words stand alone.
      const button = make("button", { type: "button" }, ...[...head.childNodes].map((each) => each.cloneNode(true)));
      head.replaceChildren(make("span", { class: "plain" }, ...head.childNodes), button);
      button.addEventListener("click", () => sort(table, head));
    }
  }

  // Search: every word must stand in the name or the identifier, accents or not.
  const form = document.querySelector("form.find"), field = at("find");
  let found = [];
  function search() {
    const wanted = fold(field.value).split(" ").filter(Boolean);
    const ids = new Set();
    const hits = data.results.map((result) => result.folded.map((text, row) => {
      const hit = wanted.every((word) => text.includes(word));
      if (hit) ids.add(result.units[row][0]);
      return hit;
    }));
    found = [...ids];
    for (const table of tables) {
      const hit = hits[Number(table.element.dataset.result)];
      let some = false;
      for (const { row, unit } of table.rows) {
        if (row.hidden === hit[unit]) row.hidden = !hit[unit];
        some ||= hit[unit];
      }
      draw(table);
      table.element.closest(".group").hidden = !some;
    }
    say(wanted.length ? fill(words.found, { count: found.length, units: homes.size })
      : fill(words.all, { units: homes.size }));
  }
  form.hidden = false;
  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim() && found.length === 1) location.hash = `unit/${encodeURIComponent(found[0])}`;
  });

  // A unit's page.
  function line(words, kind) { return words ? make("p", { class: kind }, words) : null; }

  function history(code, own) {
    const steps = own.slice().reverse().map(({ result, row }) => {
      const node = result.nodes.findIndex((each) => each[0] === code);
      if (node < 0) return null;
      const points = figure(result, "points", node, row);
      const status = STATUSES[placeOf(result.status[node], row)];
      return points === null ? `${result.stage}: ${words[status] ?? "–"}` : `${result.stage} ${points}`;
    }).filter((step) => step !== null);
    return steps.length > 1 ? fill(words.stages, { steps: steps.join(" → ") }) : "";
  }

  function tree(own) {
    const { result, row } = own[0];
    const root = make("div", { class: "nodes" });
    const opened = [];
    result.nodes.forEach(([code, title, depth, reference, note, block], node) => {
      while (opened.length && opened.at(-1).depth >= depth) opened.pop();
      const points = figure(result, "points", node, row), most = figure(result, "max_points", node, row);
      const lost = figure(result, "lost", node, row);
      const isLost = lost !== null && /[1-9]/.test(lost);
      const hasParts = (result.nodes[node + 1]?.[2] ?? 0) > depth;
      const shown = make("span", { class: "points" }, `${points ?? "–"} / ${most ?? "–"}`);
      if (isLost && !hasParts) shown.append(` (${fill(block === "penalty" ? words.taken : words.lost, { lost })})`);
      const kinds = ["node", depth ? "" : "top", isLost && !hasParts ? "lost" : ""].filter(Boolean).join(" ");
      const status = placeOf(result.status[node], row);
      const why = data.explained ? reason(result, node, row)
        : status ? words[STATUSES[status]] : "";
      const told = why + (reference ? `${why ? " " : ""}[${reference}]` : "");
      const steps = own.length > 1 ? history(code, own) : "";
      const element = make("details", { class: kinds, open: true },
        make("summary", null, make("b", null, code), " ", make("span", { class: "title" }, title), " ", shown),
        line(told), line(note, "small"), line(steps, "small"));
      (opened.at(-1)?.element ?? root).append(element);
      opened.push({ element, depth });
    });
    return root;
  }

  function tools(root) {
    const box = make("input", { type: "checkbox" });
    const nothing = line(words.nothing_lost, "told");
    nothing.hidden = true;
    box.addEventListener("change", () => {
      for (const each of root.querySelectorAll("details")) {
        each.hidden = box.checked && !each.classList.contains("lost") && !each.querySelector(".lost");
      }
      nothing.hidden = !box.checked || root.querySelector(".lost") !== null;
    });
    const all = (open) => () => { for (const each of root.querySelectorAll("details")) each.open = open; };
    const close = make("button", { type: "button" }, words.close_all);
    const open = make("button", { type: "button" }, words.open_all);
    close.addEventListener("click", all(false));
    open.addEventListener("click", all(true));
    return [make("p", { class: "tools" }, make("label", null, box, ` ${words.only_lost}`), close, open), nothing];
  }

  function facts(result, row) {
    const cells = [];
    for (const table of tables) {
      if (table.result !== result || !table.element.classList.contains("ranking")) continue;
      const own = table.rows.find((each) => each.unit === row);
      if (!own) continue;
      [...table.element.tHead.rows[0].cells].forEach((head, place) => {
        if (head.dataset.key === "unit") return;
        const text = own.row.cells[place].textContent;
        const shown = head.dataset.key === "rank" && !/\d/.test(text) ? words.unranked : text;
        cells.push(make("div", null, make("dt", null, head.lastChild.textContent), make("dd", null, shown)));
      });
    }
    return make("dl", { class: "facts", "aria-label": words.figures }, ...cells);
  }

  function closing(result, row) {
    if (!data.explained) return null;
    const rows = ["total", "index", "rank", "band"].map((name, place) => [words[name], result.closing[row][place]]);
    return make("table", { class: "closing" }, make("tbody", null, ...rows.filter(([, told]) => told).map(([name, told]) =>
      make("tr", null, make("th", { scope: "row" }, name), make("td", null, told)))));
  }

  function target(id) { return `#unit/${encodeURIComponent(id)}`; }

  function show(id) {
    const own = homes.get(id), { result, number, row } = own[0];
    const [, name, group] = result.units[row];
    const heading = make("h2", { tabindex: "-1", id: "unit-name" }, name);
    const set = at(`set-${number}`).cloneNode(true);
    set.removeAttribute("id");
    const title = set.querySelector("h2");
    title.replaceWith(make("p", { class: "told" }, ...title.childNodes));
    const near = [[row - 1, words.previous], [row + 1, words.next]].map(([other, told]) => {
      const unit = result.units[other];
      return unit && unit[2] === group ? make("a", { href: target(unit[0]) }, `${told}: ${unit[1]}`) : null;
    });
    const root = tree(own);
    const back = () => make("a", { href: "#list" }, words.back);
    const above = make("nav", { class: "around" }, back(), ...near.filter(Boolean));
    view.replaceChildren(above, heading, line(fill(words.identity, { unit: id, group }), "told"), set, facts(result, row),
      make("h3", null, words.tree), ...tools(root), root, closing(result, row) ?? "", make("p", { class: "around" }, back()));
    view.setAttribute("aria-labelledby", "unit-name");
    list.hidden = true;
    view.hidden = false;
    document.body.classList.add("one-unit");
    document.title = `${name} – ${home}`;
    say("");
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  let before = { top: 0, id: null };
  function leave() {
    list.hidden = false;
    view.hidden = true;
    document.body.classList.remove("one-unit");
    view.replaceChildren();
    document.title = home;
  }
  function route() {
    const hash = location.hash;
    if (hash.startsWith("#unit/")) {
      let id = hash.slice(6);
      try { id = decodeURIComponent(id); } catch { /* as it was typed */ }
      if (homes.has(id)) {
        if (!list.hidden) before.top = window.scrollY;
        before.id = id;
        show(id);
        return;
      }
      leave();
      say(fill(words.unknown, { unit: id }));
    } else if ((hash === "" || hash === "#list") && list.hidden) {
      leave();
      window.scrollTo(0, before.top);
      const link = [...document.querySelectorAll("table.ranking a")].find((each) => each.hash === target(before.id)
        || decodeURIComponent(each.hash) === `#unit/${before.id}`);
      link?.closest("tr").classList.remove("late");
      (link ?? main).focus({ preventScroll: true });
    }
  }
  window.addEventListener("hashchange", route);
  route();
})();
