// SPDX-License-Identifier: Apache-2.0
"use strict";
(() => {
  // A row: 0 id, 1 verdict, 2 document, 3 src, 4 line, 5 credit, 6 licence, 7 creator, 8 source, 9 findings [rule, severity, open, message],
  // 10 credit to use [text, html, markdown, question], 11 thumbnail, 12 page of a shared picture, 13 language, 14 new, 15 missing parts.
  const V = ["fix", "look", "unknown", "fine", "accepted"], S = ["error", "warning", "note"], PAGE = 20;
  const $ = (id) => document.getElementById(id);
  let head = null, rows = [];
  for (const [kind, value] of window.LICAUDIT || []) { if (kind === "head") head = value; else rows = rows.concat(value); }
  if ($("d-head")) { head = JSON.parse($("d-head").textContent); rows = JSON.parse($("d-rows").textContent); }
  if (!head) return;
  const t = (key, values) => { let s = head.words[key] ?? key; for (const k in values || {}) s = s.replace("{" + k + "}", String(values[k])); return s; };
  // Page text is only ever set as text: there is no HTML parser behind any of these.
  const el = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const k in attributes || {}) if (attributes[k] !== null && (attributes[k] !== "" || k === "value" || k === "alt")) node.setAttribute(k, attributes[k]);
    for (const c of children) if (c) node.append(c);
    return node;
  };
  const button = (label, act) => { const b = el("button", { type: "button" }, label); b.addEventListener("click", act); return b; };
  let hush = 0;
  const say = (words) => { $("said").textContent = words; clearTimeout(hush); hush = setTimeout(() => { $("said").textContent = ""; }, 2500); };
  const escaped = (s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

  async function copy(text, html) {
    try {
      if (html && window.ClipboardItem) {
        await navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) })]);
      } else await navigator.clipboard.writeText(text);
      say(t("js.copied"));
    } catch {
      const area = el("textarea", {}); area.value = text; document.body.append(area); area.select();
      say(document.execCommand("copy") ? t("js.copied") : t("js.nocopy")); area.remove();
    }
  }
  function copier(box, text, html, markdown, lang) {
    const edited = el("input", { type: "checkbox" });
    const note = () => edited.checked ? " (" + (head.words["form." + (lang || "").slice(0, 2)] || head.words["form.en"]) + ")" : "";
    const plain = () => text + note(), rich = () => (html || escaped(text)) + note();
    const first = button(t("copy.rich"), () => copy(plain(), rich())); first.className = "first";
    box.setAttribute("role", "group"); box.setAttribute("aria-label", t("copy.group"));
    box.append(first, button(t("copy.html"), () => copy(rich())), button(t("copy.markdown"), () => copy((markdown || text) + note())),
      button(t("copy.plain"), () => copy(plain())), button(t("copy.print"), () => copy(plain())), el("label", {}, edited, t("copy.edited")));
    return box;
  }
  for (const box of document.querySelectorAll(".copy")) copier(box, box.previousElementSibling.textContent, box.dataset.html, box.dataset.markdown, box.dataset.lang);

  const MARKS = "licaudit-marks";
  let ticked = new Set();
  try { ticked = new Set(JSON.parse(localStorage.getItem(MARKS) || "[]")); } catch { /* a browser that keeps nothing still shows the report */ }
  const mark = (row) => head.documents[row[2]][0] + "\n" + row[3] + "\n" + row[4];
  const keep = () => { try { localStorage.setItem(MARKS, JSON.stringify([...ticked])); } catch { /* as above */ } bulk(); };

  let state = {}, shown = [], drawn = 0;
  const SELECTS = {
    v: ["js.verdict", (r) => [V[r[1]]], (x) => t("verdict." + x)], s: ["js.severity", (r) => r[9].map((f) => S[f[1]]), (x) => t("severity." + x)],
    r: ["js.rule", (r) => r[9].map((f) => head.rules[f[0]][0]), (x) => (head.rules.find((y) => y[0] === x) || [x, x])[1]],
    l: ["js.licence", (r) => [r[6]]], d: ["js.section", (r) => [head.documents[r[2]][4]]], c: ["js.creator", (r) => [r[7]]], o: ["js.source", (r) => [r[8]]],
  };
  const GROUPS = {
    rule: (r) => r[9].length ? head.rules[r[9][0][0]][1] : t("verdict." + V[r[1]]), article: (r) => head.documents[r[2]][1] || head.documents[r[2]][0],
    image: (r) => r[3], author: (r) => head.documents[r[2]][2] || "–",
  };
  const haystack = (r) => r.hay ??= [r[3], r[5], r[6], r[7], r[8], head.documents[r[2]][0], head.documents[r[2]][1], ...r[9].map((f) => f[3])].join("\n").toLowerCase();

  function parse() {
    state = {};
    const raw = location.hash.slice(1);
    if (!raw.includes("=")) return;
    for (const [k, v] of new URLSearchParams(raw)) if (k in SELECTS || ["q", "g", "n"].includes(k)) state[k] = v;
  }
  function put(key, value) {
    if (value) state[key] = value; else delete state[key];
    const raw = new URLSearchParams(state).toString();
    history.replaceState(null, "", raw ? "#" + raw : location.pathname + location.search);
    show();
  }
  function filter() {
    const words = (state.q || "").toLowerCase().split(/\s+/).filter(Boolean), keys = Object.keys(SELECTS).filter((k) => k in state);
    shown = rows.filter((r) => keys.every((k) => SELECTS[k][1](r).includes(state[k])) && (!state.n || r[14]) && words.every((w) => haystack(r).includes(w)));
    if (!keys.length && !words.length && !state.n) shown = shown.filter((r) => r[9].length);
    const group = GROUPS[state.g];
    if (group) {
      const size = new Map(); for (const r of shown) { r.group = group(r); size.set(r.group, (size.get(r.group) || 0) + 1); }
      shown.sort((a, b) => size.get(b.group) - size.get(a.group) || (a.group < b.group ? -1 : a.group > b.group ? 1 : 0));
      shown.sizes = size;
    }
  }
  function show() {
    filter(); drawn = 0; $("list").replaceChildren();
    $("count").textContent = t("js.count", { n: shown.filter((r) => r[3] || r[4]).length, all: rows.length });
    for (const a of document.querySelectorAll("[data-verdict]")) { if (a.dataset.verdict === state.v) a.setAttribute("aria-current", "true"); else a.removeAttribute("aria-current"); }
    for (const k in SELECTS) if ($("s-" + k)) $("s-" + k).value = state[k] || "";
    $("s-g").value = state.g || ""; $("s-n").checked = !!state.n; if ($("q").value !== (state.q || "")) $("q").value = state.q || "";
    more(); if (!shown.length) $("list").append(el("p", {}, t("js.empty")));
  }
  function more() {
    const part = document.createDocumentFragment(), end = Math.min(drawn + PAGE, shown.length);
    let last = drawn && state.g ? shown[drawn - 1].group : null;
    for (; drawn < end; drawn++) {
      const r = shown[drawn];
      if (state.g && r.group !== last) { last = r.group; part.append(el("h3", { class: "grouphead", dir: "auto" }, last, el("small", {}, " " + shown.sizes.get(last)))); }
      part.append(card(r));
    }
    $("list").append(part); $("more").hidden = drawn >= shown.length; bulk();
  }
  const where = (r) => head.single ? "#card-" + r[0] : "pages/" + head.documents[r[2]][3] + ".html#card-" + r[0];
  function card(r) {
    const tick = el("input", { type: "checkbox", "aria-label": t("js.tick") + ": " + r[3] }); tick.checked = ticked.has(mark(r));
    tick.addEventListener("change", () => { if (tick.checked) ticked.add(mark(r)); else ticked.delete(mark(r)); keep(); });
    const body = el("div", { class: "body" }), title = r[9].length ? r[9][0][3] : r[3];
    body.append(el(state.g ? "h4" : "h3", {}, el("span", { class: "tag " + V[r[1]] }, t("verdict." + V[r[1]])), " " + title));
    const line = el("p", { class: "where" }, el("span", { dir: "auto" }, head.documents[r[2]][1] || head.documents[r[2]][0]), " · ", el("span", { class: "src" }, r[3] + (r[4] ? ":" + r[4] : "")));
    if (r[9].length) line.append(" · ", el("a", { href: where(r) }, t("js.details")));
    if (r[12] && !head.single) line.append(" · ", el("a", { href: "images/" + r[12] + ".html" }, t("js.several")));
    body.append(line);
    if (r[3]) body.append(r[5] ? el("blockquote", { dir: "auto", lang: r[13] }, r[5]) : el("p", { class: "nothing" }, t("js.nothing")));
    if (r[15].length) body.append(el("p", { class: "where" }, t("js.missing") + ": " + r[15].map((m) => head.words["part." + m] || m.replaceAll("_", " ")).join(", ")));
    if (r[10] && r[10][3]) body.append(el("p", { class: "ask" }, el("strong", {}, t("js.ask") + " "), r[10][3]));
    else if (r[10] && r[10][0]) body.append(el("p", { class: "ready", dir: "auto", lang: r[13] }, r[10][0]), copier(el("div", { class: "copy" }), r[10][0], r[10][1], r[10][2], r[13]));
    const picture = r[11] ? el("img", { class: "thumb", src: r[11], loading: "lazy" }) : el("span", { class: "thumb none", "aria-hidden": "true" });
    if (r[11]) picture.setAttribute("alt", "");
    const box = el("article", { class: "card row " + V[r[1]], tabindex: "-1", "data-id": r[0] }, tick, picture, body);
    return box;
  }
  const picked = () => rows.filter((r) => ticked.has(mark(r)));
  // A cell that begins like a formula would run in a spreadsheet.
  const cell = (s) => (/^[\s"']*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(s) ? "'" : "") + s.replace(/[\t\r\n]+/g, " ");
  const quoted = (s) => '"' + cell(s).replaceAll('"', '""') + '"';
  const ready = (r) => r[10] && !r[10][3] ? r[10][0] : "";
  const fields = (r) => [head.documents[r[2]][0], r[3], String(r[4] || ""), r[5], ready(r), r[10] ? r[10][3] : "", r[9].map((f) => head.rules[f[0]][0]).join(" ")];
  const NAMES = ["document", "picture", "line", "credit_now", "credit_to_use", "question", "rules"];
  function save(name, type, text) {
    const a = el("a", { download: name }); a.href = URL.createObjectURL(new Blob([text], { type })); document.body.append(a); a.click(); a.remove();
  }
  const EXPORTS = {
    "js.copyall": () => copy(picked().filter(ready).map((r) => [head.documents[r[2]][0], r[3], ready(r)].map(cell).join("\t")).join("\n")),
    "js.csv": () => save("decisions.csv", "text/csv", "\ufeff" + [NAMES, ...picked().map(fields)].map((f) => f.map(quoted).join(",")).join("\r\n") + "\r\n"),
    "js.toml": () => copy(picked().map((r) => "[[picture]]\npath = " + JSON.stringify(r[3]) + "\ncreator = " + JSON.stringify(r[7]) + "\nlicence = " + JSON.stringify(r[6]) + "\nproof = \"\"\n").join("\n")),
    "js.json": () => save("selection.json", "application/json", JSON.stringify({ schema: "licaudit-selection/1", uses: picked().map((r) => ({ id: r[0], document: head.documents[r[2]][0], src: r[3], line: r[4], rules: r[9].map((f) => head.rules[f[0]][0]) })) }, null, 1)),
  };
  function bulk() {
    const n = picked().length, box = $("bulk");
    if (!box) return;
    box.replaceChildren(button(t("js.tickall"), () => { for (const r of shown.slice(0, drawn)) ticked.add(mark(r)); keep(); retick(); }));
    if (!n) return;
    box.append(el("strong", {}, t("js.ticked", { n })), ...Object.keys(EXPORTS).map((k) => button(t(k), EXPORTS[k])), button(t("js.clear"), () => { ticked.clear(); keep(); retick(); }));
  }
  const retick = () => { [...$("list").querySelectorAll(".row")].forEach((c, i) => { c.querySelector("input").checked = ticked.has(mark(shown[i])); }); };

  function select(key, label, options) {
    const s = el("select", { id: "s-" + key }, el("option", { value: "" }, key === "g" ? t("js.none") : t("js.all")), ...options.map(([v, n]) => el("option", { value: v }, n)));
    s.addEventListener("change", () => put(key, s.value));
    $("selects").append(el("label", {}, label, s));
  }
  function start() {
    for (const k in SELECTS) {
      const [label, of, name] = SELECTS[k], count = new Map();
      for (const r of rows) for (const v of new Set(of(r))) if (v) count.set(v, (count.get(v) || 0) + 1);
      // A list of thousands of names serves nobody: the search finds the rest.
      const options = [...count].sort((a, b) => b[1] - a[1]).slice(0, 200).map(([v, n]) => [v, (name ? name(v) : v).slice(0, 60) + " (" + n + ")"]);
      if (options.length > 1 || k === "v" || k === "r") select(k, t(label), options);
    }
    select("g", t("js.group"), ["rule", "article", "image", ...(head.documents.some((d) => d[2]) ? ["author"] : [])].map((g) => [g, t("js." + g)]));
    const n = el("input", { type: "checkbox", id: "s-n" }); n.addEventListener("change", () => put("n", n.checked ? "1" : ""));
    $("selects").append(el("label", { class: "check" }, n, t("js.onlynew")));
    $("filters").addEventListener("submit", (e) => e.preventDefault());
    $("q").addEventListener("input", () => put("q", $("q").value));
    $("more").addEventListener("click", more); $("close").addEventListener("click", () => $("help").close());
    window.addEventListener("hashchange", () => { if (location.hash.includes("=") || location.hash === "") { parse(); show(); if (location.hash) $("work").scrollIntoView(); } });
    rows.sort((a, b) => a[1] - b[1]);
    $("work").hidden = false; parse(); show();
    // What the search reads is gathered while nobody waits for it.
    let next = 0;
    const warm = () => { for (const end = Math.min(next + 2000, rows.length); next < end; next++) haystack(rows[next]); if (next < rows.length) setTimeout(warm, 0); };
    setTimeout(warm, 50);
  }
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName) && e.key !== "Escape") return;
    const cards = [...document.querySelectorAll(".card")].filter((c) => c.offsetParent), here = cards.indexOf(document.activeElement.closest(".card"));
    if (e.key === "/" && $("q")) { e.preventDefault(); $("q").focus(); }
    else if (e.key === "j" || e.key === "k") { const next = cards[Math.max(0, Math.min(cards.length - 1, here + (e.key === "j" ? 1 : -1)))]; if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); } }
    else if (e.key === "c" && here >= 0) cards[here].querySelector(".copy .first")?.click();
    else if (e.key === "x" && here >= 0) cards[here].querySelector("input[type=checkbox]")?.click();
    else if (e.key === "?" && $("help")) $("help").showModal();
    else if (e.key === "Escape" && e.target === $("q")) $("q").blur();
  });
  if ($("work")) start();
})();
