// SPDX-License-Identifier: Apache-2.0
"use strict";
(() => {
  // A row: 0 id, 1 verdict, 2 document, 3 src, 4 line, 5 credit, 6 licence, 7 creator, 8 source, 9 findings [rule, severity, open, message, fingerprint, 1: gathered by message],
  // 10 what to use [credit as HTML, question] or 0, 11 thumbnail, 12 page of a shared picture, 13 language, 14 new, 15 missing parts;
  // added here: 16 what the search reads, 17 the group.
  // Empty fields at the end are left out. A document: 0 path, 1 title, 2 author, 3 section, 4 page with its cards.
  const V = ["fix", "look", "unknown", "fine", "accepted"], S = ["error", "warning", "note"], PAGE = 20, EMPTY = [0, "", 0, "", 0, []];
  const $ = (id) => document.getElementById(id);
  let head = null, rows = [];
  let documents = [];
  for (const [kind, value] of window.LICAUDIT || []) { if (kind === "head") head = value; else if (kind === "rows") rows = rows.concat(value); else documents = documents.concat(value); }
  if ($("d-head")) { head = JSON.parse($("d-head").textContent); rows = JSON.parse($("d-rows").textContent); }
  if (!head) return;
  if (documents.length) head.documents = documents;
  for (const r of rows) while (r.length < 16) r.push(EMPTY[r.length - 10]);
  const group3 = (n) => typeof n === "number" ? String(n).replace(/\B(?=(\d{3})+$)/g, head.lang === "de" ? "." : ",") : String(n);
  const t = (key, values = {}) => (head.words[key] ?? key).replace(/\{(\w+)(?::([^:{}]*):([^{}]*))?\}/g, (whole, name, one, many) =>
    !(name in values) ? whole : one === undefined ? group3(values[name]) : group3(values[name]) + " " + (values[name] === 1 ? one : many));
  // Page text is only ever set as text: there is no HTML parser behind any of these.
  const el = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const k in attributes || {}) if (attributes[k] !== null && (attributes[k] !== "" || k === "value" || k === "alt")) node.setAttribute(k, attributes[k]);
    for (const c of children) if (c) node.append(c);
    return node;
  };
  const button = (label, act, name) => { const b = el("button", { type: "button", class: name || "" }, label); b.addEventListener("click", act); return b; };
  const said = el("p", { id: "said", class: "said", role: "status" });
  document.body.append(said);
  let hush = 0;
  const say = (words) => { said.textContent = words; clearTimeout(hush); hush = setTimeout(() => { said.textContent = ""; }, 2500); };

  // The credit to use comes as the composer's HTML: text, entities and plain links. It is taken apart here and never parsed as HTML.
  const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"' };
  const plain = (s) => s.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, dec, hex, name) => name ? NAMED[name] ?? whole : String.fromCodePoint(dec ? +dec : parseInt(hex, 16)));
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "{": "&#123;", "}": "&#125;" };
  const escaped = (s) => s.replace(/[&<>"'{}]/g, (c) => ENTITIES[c]);
  const parts = (html) => [...html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>|([^<]+)/g)].map((m) => m[3] === undefined ? [plain(m[2]), plain(m[1])] : [plain(m[3]), ""]);
  const asText = (p) => p.map(([s, url]) => url ? s + " (" + url + ")" : s).join("");
  // For paper the line is not interrupted: every address follows at its end.
  const asPrint = (p) => p.map(([s]) => s).join("") + p.filter(([, url]) => url).map(([, url]) => " · " + url).join("");
  const ADDRESS = { "(": "%28", ")": "%29", "[": "%5B", "]": "%5D", "*": "%2A", "'": "%27" };
  const marked = (s) => {
    const text = escaped(s).split(/(&(?:#x?[0-9a-f]+|[a-z]+);)/i).map((piece, n) => n % 2 ? piece : piece.replace(/[\\`*_[\]#|~$^]|^[-+=]/g, "\\$&")).join("");
    return text.replaceAll("://", "&#58;//").replace(/(www)\./gi, "$1&#46;").replace(/^(\s*\d+)([.)])/, "$1\\$2");
  };
  const asMarkdown = (p) => p.map(([s, url]) => url ? "[" + marked(s) + "](" + url.replace(/[()[\]*']/g, (c) => ADDRESS[c]) + ")" : marked(s)).join("");

  async function copy(text, html, done) {
    try {
      if (html && window.ClipboardItem) {
        await navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) })]);
      } else await navigator.clipboard.writeText(text);
      say(done || t("js.copied"));
    } catch {
      const area = el("textarea", {}); area.value = text; document.body.append(area); area.select();
      say(document.execCommand("copy") ? done || t("js.copied") : t("js.nocopy")); area.remove();
    }
  }
  function copier(box, html, lang, fixed) {
    const edited = el("input", { type: "checkbox" }), p = parts(html), words = head.modified[(lang || "").slice(0, 2).toLowerCase()] || head.modified.en;
    // Saying so twice is clumsy; and where no change is allowed, none is offered.
    const offered = !fixed && !asText(p).endsWith("(" + words + ")");
    const note = () => edited.checked ? " (" + words + ")" : "";
    box.setAttribute("role", "group"); box.setAttribute("aria-label", t("copy.group"));
    box.append(button(t("copy.rich"), () => copy(asText(p) + note(), html + note()), "first"), el("span", { class: "as" }, t("copy.as")),
      button(t("copy.html"), () => copy(html + note()), "quiet"), button(t("copy.markdown"), () => copy(asMarkdown(p) + note()), "quiet"),
      button(t("copy.plain"), () => copy(asText(p) + note()), "quiet"), button(t("copy.print"), () => copy(asPrint(p) + note()), "quiet"),
      offered ? el("label", {}, edited, t("copy.edited")) : "");
    return box;
  }
  for (const one of document.querySelectorAll(".card")) one.tabIndex = -1;
  for (const box of document.querySelectorAll(".copy")) copier(box, box.dataset.html, box.previousElementSibling.lang, box.dataset.nd);

  const MARKS = "licaudit-marks-" + (head.site || "");
  let ticked = new Set();
  try { ticked = new Set(JSON.parse(localStorage.getItem(MARKS) || "[]")); } catch { /* a browser that keeps nothing still shows the report */ }
  const mark = (row) => head.documents[row[2]][0] + "\n" + row[3] + "\n" + row[4];
  const keep = () => { try { localStorage.setItem(MARKS, JSON.stringify([...ticked])); } catch { /* as above */ } bulk(); };
  const path = (r) => head.documents[r[2]][0].slice(head.cut);
  const article = (r) => head.documents[r[2]][1] || path(r);

  let state = {}, shown = [], drawn = 0, pictured = false, all = 0;
  const SELECTS = {
    v: ["js.verdict", (r) => [V[r[1]]], (x) => t("verdict." + x)], r: ["js.rule", (r) => r[9].map((f) => head.rules[f[0]][0]), (x) => (head.rules.find((y) => y[0] === x) || [x, x])[1]],
    s: ["js.severity", (r) => r[9].map((f) => S[f[1]]), (x) => t("severity." + x)], l: ["js.licence", (r) => [r[6]]], d: ["js.section", (r) => [head.documents[r[2]][3]]],
    c: ["js.creator", (r) => [r[7]]], o: ["js.source", (r) => [r[8]]],
  };
  const GROUPS = {
    rule: (r) => !r[9].length ? t("verdict." + V[r[1]]) : r[9][0][5] ? r[9][0][3] : head.rules[r[9][0][0]][1], article, image: (r) => r[3] || "–", author: (r) => head.documents[r[2]][2] || t("js.unknown"),
  };
  const haystack = (r) => r[16] ??= [r[3], r[5], r[6], r[7], r[8], head.documents[r[2]][0], head.documents[r[2]][1], ...r[9].map((f) => f[3])].join("\n").toLowerCase();

  function parse() {
    state = {};
    const raw = location.hash.slice(1);
    if (!raw.includes("=")) return;
    for (const [k, v] of new URLSearchParams(raw)) if (Object.hasOwn(SELECTS, k) || k === "q" || k === "n" || k === "g" && Object.hasOwn(GROUPS, v)) state[k] = v;
  }
  function put(key, value) {
    if (value) state[key] = value; else delete state[key];
    const raw = new URLSearchParams(state).toString();
    history.replaceState(null, "", raw ? "#" + raw : location.pathname + location.search);
    show();
  }
  const narrowed = () => Object.keys(state).some((k) => k !== "g");
  function filter() {
    const words = (state.q || "").toLowerCase().split(/\s+/).filter(Boolean), keys = Object.keys(SELECTS).filter((k) => k in state);
    const fits = (r) => { for (const k of keys) if (!SELECTS[k][1](r).includes(state[k])) return false; for (const w of words) if (!haystack(r).includes(w)) return false; return true; };
    shown = [];
    for (const r of rows) if ((!state.n || r[14]) && fits(r)) shown.push(r);
    if (!narrowed()) shown = shown.filter((r) => r[9].length);
    const group = state.g && GROUPS[state.g];
    if (group) {
      // The group with the worst picture first, then the larger one.
      const size = new Map(), worst = new Map();
      for (const r of shown) { const g = r[17] = group(r); size.set(g, (size.get(g) || 0) + 1); worst.set(g, Math.min(worst.get(g) ?? 9, r[1])); }
      shown.sort((a, b) => worst.get(a[17]) - worst.get(b[17]) || size.get(b[17]) - size.get(a[17]) || (a[17] < b[17] ? -1 : a[17] > b[17] ? 1 : 0));
      shown.sizes = size;
    }
  }
  function show() {
    filter(); drawn = 0; $("list").replaceChildren();
    let n = 0; for (const r of shown) if (r[3]) n++;
    const others = shown.length - n;
    $("count").textContent = (n === all ? t("js.count", { n }) : t("js.countof", { n, all })) + (others ? " · " + t("js.others", { n: others }) : "");
    for (const a of document.querySelectorAll("[data-verdict]")) { if (a.dataset.verdict === state.v) a.setAttribute("aria-current", "true"); else a.removeAttribute("aria-current"); }
    for (const k in SELECTS) if ($("s-" + k)) { $("s-" + k).value = state[k] || ""; $("s-" + k).classList.toggle("on", !!state[k]); }
    $("s-g").value = state.g || ""; if ($("s-n")) $("s-n").checked = !!state.n;
    if ($("q").value !== (state.q || "")) $("q").value = state.q || "";
    more(); if (!shown.length) $("list").append(el("p", { class: "empty" }, t("js.empty") + " ", button(t("js.reset"), reset, "quiet")));
  }
  const reset = () => { for (const k of Object.keys(state)) if (k !== "g") delete state[k]; put("q", ""); };
  function more() {
    const page = document.createDocumentFragment(), end = Math.min(drawn + PAGE, shown.length);
    let last = drawn && state.g ? shown[drawn - 1][17] : null;
    for (; drawn < end; drawn++) {
      const r = shown[drawn];
      if (state.g && r[17] !== last) { last = r[17]; page.append(grouphead(last)); }
      page.append(card(r));
    }
    $("list").append(page); $("more").hidden = drawn >= shown.length; bulk();
  }
  function grouphead(name) {
    const n = shown.sizes.get(name), tick = button(t("js.tickall", { n }), () => { for (const r of shown) if (r[17] === name) ticked.add(mark(r)); keep(); retick(); }, "quiet");
    return el("div", { class: "grouphead" }, el("h3", { dir: "auto" }, name, el("small", {}, " " + group3(n))), n > 1 ? tick : null);
  }
  const where = (r) => head.single ? "#card-" + r[0] : "pages/" + head.documents[r[2]][4] + ".html#card-" + r[0];
  const fact = (name, ...value) => el("div", {}, el("dt", {}, name), el("dd", {}, ...value));
  function card(r) {
    const tick = el("input", { type: "checkbox", "aria-label": t("js.tick") + ": " + (r[3] || r[9][0][3]) }); tick.checked = ticked.has(mark(r));
    tick.addEventListener("change", () => { if (tick.checked) ticked.add(mark(r)); else ticked.delete(mark(r)); keep(); });
    const body = el("div", { class: "body" }), title = r[9].length ? r[9][0][3] : r[3];
    body.append(el(state.g ? "h4" : "h3", { class: "title" }, el("span", { class: "tag " + V[r[1]] }, t("verdict." + V[r[1]])), " " + title));
    const line = el("p", { class: "where" }, el("span", { dir: "auto" }, article(r)));
    if (r[3]) line.append(" ", el("span", { class: "src" }, (r[3].length > 60 ? "…" + r[3].slice(-58) : r[3]) + (r[4] ? ":" + r[4] : "")));
    if (r[9].length) line.append(" ", el("a", { href: where(r) }, t("js.details")));
    if (r[12] && !head.single) line.append(" ", el("a", { href: "images/" + r[12] + ".html" }, t("js.several")));
    const facts = el("dl", { class: "swap" });
    body.append(line, facts);
    if (r[3] || r[5]) facts.append(fact(t("js.now"), r[5] ? el("q", { dir: "auto", lang: r[13] }, r[5]) : el("span", { class: "nothing" }, t("js.nothing"))));
    if (r[15].length) facts.append(fact(t("js.missing"), r[15].map((m) => head.words["part." + m] || m.replaceAll("_", " ")).join(", ")));
    if (r[10] && r[10][0]) {
      facts.append(fact(t("js.use"), el("span", { class: "ready", dir: "auto", lang: r[13] }, asText(parts(r[10][0])))));
      body.append(copier(el("div", { class: "copy" }), r[10][0], r[13], r[6].includes("-ND")));
    } else if (r[10]) facts.append(fact(t("js.ask"), r[10][1]));
    const picture = r[11] ? el("img", { class: "thumb", src: r[11], loading: "lazy", alt: "" }) : el("span", { class: "thumb none", "aria-hidden": "true" });
    return el("article", { class: "card row " + V[r[1]] + (pictured ? "" : " bare"), tabindex: "-1", "data-id": r[0] }, tick, pictured ? picture : null, body);
  }
  const picked = () => rows.filter((r) => ticked.has(mark(r)));
  // A cell that begins like a formula would run in a spreadsheet.
  const cell = (s) => (/^[\s"']*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(s) ? "'" : "") + s.replace(/[\t\r\n]+/g, " ");
  const quoted = (s) => '"' + cell(s).replaceAll('"', '""') + '"';
  const ready = (r) => r[10] && r[10][0] ? asText(parts(r[10][0])) : "";
  const rules = (r) => r[9].filter((f) => f[2]).map((f) => head.rules[f[0]][0]);
  const prints = (r) => r[9].filter((f) => f[2] && f[4]).map((f) => f[4]);
  const NAMES = ["document", "picture", "line", "credit_now", "credit_to_use", "question", "rules", "decision", "until", "reason", "creator", "licence", "proof", "fingerprints"];
  const fields = (r) => [head.documents[r[2]][0], r[3], String(r[4] || ""), r[5], ready(r), r[10] ? r[10][1] : "", rules(r).join(" "), "", "", "", r[7], r[6], "", prints(r).join(" ")];
  const toml = (s) => JSON.stringify(s).replaceAll("\u007f", "\\u007f");
  const registerRow = (r) => ["[[picture]]", "path = [" + toml(r[3]) + "]", r[7] && "creator = [" + toml(r[7]) + "]", r[6] && !/ |^ARR$/.test(r[6]) && "licence = " + toml(r[6]), r[8] && "source = " + toml(r[8]), "# own = true, or: supplier, grant, proof, until"].filter(Boolean).join("\n") + "\n";
  function save(name, type, text) {
    const a = el("a", { download: name }); a.href = URL.createObjectURL(new Blob([text], { type })); document.body.append(a); a.click(); a.remove();
  }
  const EXPORTS = {
    "js.copyall": () => { const r = picked().filter(ready); if (r.length) copy(r.map((x) => [head.documents[x[2]][0], x[3], ready(x)].map(cell).join("\t")).join("\n"), "", t("js.copiedn", { n: r.length })); else say(t("js.nocredits")); },
    "js.csv": () => save("decisions.csv", "text/csv", "\ufeff" + [NAMES, ...picked().map(fields)].map((f) => f.map(quoted).join(",")).join("\r\n") + "\r\n"),
    "js.toml": () => copy([...new Set(picked().filter((r) => r[3]).map(registerRow))].join("\n")),
    "js.json": () => save("selection.json", "application/json", JSON.stringify({ schema: "licaudit-selection/1", uses: picked().map((r) => ({ id: r[0], document: head.documents[r[2]][0], src: r[3], line: r[4], rules: rules(r), fingerprints: prints(r) })) }, null, 1)),
  };
  function bulk() {
    if (!$("bulk")) return;
    const n = picked().length, tray = $("tray");
    $("bulk").replaceChildren(shown.length > 1 ? button(t("js.tickall", { n: shown.length }), () => { for (const r of shown) ticked.add(mark(r)); keep(); retick(); }, "quiet") : "", narrowed() && shown.length ? button(t("js.reset"), reset, "quiet") : "", button(t("help.title"), help, "quiet keys"));
    tray.hidden = !n;
    if (n) tray.replaceChildren(el("strong", {}, t("js.ticked", { n })), ...Object.keys(EXPORTS).map((k) => button(t(k), EXPORTS[k])), button(t("js.clear"), () => { ticked.clear(); keep(); retick(); }, "quiet"));
  }
  const retick = () => { [...$("list").querySelectorAll(".row")].forEach((c, i) => { c.querySelector("input").checked = ticked.has(mark(shown[i])); }); };

  function select(key, label, options) {
    const s = el("select", { id: "s-" + key }, el("option", { value: "" }, key === "g" ? t("js.none") : t("js.all")), ...options.map(([v, n]) => el("option", { value: v }, n)));
    s.addEventListener("change", () => put(key, s.value));
    $("selects").append(el("label", {}, label, s));
  }
  function start() {
    pictured = rows.some((r) => r[11]); all = rows.filter((r) => r[3]).length;
    for (const k in SELECTS) {
      const [label, of, name] = SELECTS[k], count = new Map();
      for (const r of rows) for (const v of new Set(of(r))) if (v) count.set(v, (count.get(v) || 0) + 1);
      // A list of thousands of names serves nobody: the search finds the rest.
      const options = [...count].sort((a, b) => b[1] - a[1]).slice(0, 200).map(([v, n]) => [v, (name ? name(v) : v).slice(0, 60) + " (" + group3(n) + ")"]);
      if (options.length > 1 || k === "v" || k === "r") select(k, t(label), options);
    }
    select("g", t("js.group"), ["rule", "article", "image", ...(head.documents.some((d) => d[2]) ? ["author"] : [])].map((g) => [g, t("js." + g)]));
    if (head.compared) {
      const n = el("input", { type: "checkbox", id: "s-n" }); n.addEventListener("change", () => put("n", n.checked ? "1" : ""));
      $("only").append(el("label", { class: "check" }, n, t("js.onlynew")));
    }
    $("filters").addEventListener("submit", (e) => e.preventDefault());
    $("q").addEventListener("input", () => put("q", $("q").value));
    $("more").addEventListener("click", more);
    window.addEventListener("hashchange", () => { if (location.hash.includes("=") || location.hash === "") { parse(); show(); if (location.hash) $("work").scrollIntoView(); } });
    rows.sort((a, b) => a[1] - b[1]);
    $("work").hidden = false; parse(); show();
    // What the search reads is gathered while nobody waits for it.
    let next = 0;
    const warm = () => { for (const end = Math.min(next + 2000, rows.length); next < end; next++) haystack(rows[next]); if (next < rows.length) setTimeout(warm, 0); };
    setTimeout(warm, 50);
  }
  function help() {
    const key = (keys, word) => el("div", {}, el("dt", {}, ...keys.flatMap((k) => [el("kbd", {}, k), " "])), el("dd", {}, t("help." + word)));
    const box = el("dialog", { "aria-labelledby": "help-title" }, el("h2", { id: "help-title" }, t("help.title")), el("dl", {}, $("q") ? key(["/"], "search") : null, key(["j", "k"], "cards"), key(["c"], "copy"), $("q") ? key(["x"], "tick") : null, key(["?"], "help")), button(t("help.close"), () => box.close()));
    box.addEventListener("close", () => box.remove());
    document.body.append(box); box.showModal();
  }
  document.addEventListener("keydown", (e) => {
    const typing = /^(SELECT|TEXTAREA)$/.test(e.target.tagName) || e.target.tagName === "INPUT" && e.target.type !== "checkbox";
    if (e.ctrlKey || e.metaKey || e.altKey || typing && e.key !== "Escape") return;
    const cards = [...document.querySelectorAll(".card")].filter((c) => c.offsetParent), here = cards.indexOf(document.activeElement.closest(".card"));
    if (e.key === "/" && $("q")) { e.preventDefault(); $("q").focus(); }
    else if (e.key === "j" || e.key === "k") { const next = cards[Math.max(0, Math.min(cards.length - 1, here + (e.key === "j" ? 1 : -1)))]; if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest" }); } }
    else if (e.key === "c" && here >= 0) cards[here].querySelector(".copy .first")?.click();
    else if (e.key === "x" && here >= 0) cards[here].querySelector("input[type=checkbox]")?.click();
    else if (e.key === "?" && !document.querySelector("dialog")) help();
    else if (e.key === "Escape" && e.target === $("q")) $("q").blur();
  });
  if ($("work")) start();
})();
