// What a page does while a day is dragged: the words and the cursors follow at once, from the stretches that the
// server has drawn; when the hand rests, the address and the day's story follow too. Without this, forms and links do it.
"use strict";
document.documentElement.classList.add("js");

const MS = 86400000, EPOCH = 719163; // the day of 1970-01-01, counted from 0001-01-01 as 1
const isoOf = (day) => new Date((day - EPOCH) * MS).toISOString().slice(0, 10);
const dayOf = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / MS) + EPOCH;
const wordsOf = (day) => new Date((day - EPOCH) * MS).toLocaleDateString("en-GB",
  { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const fillOf = (family) => family === "holds" ? "var(--holds)" : family === "nothing" ? "currentColor" : `url(#${family})`;

let rows = [], shapes = [];

function readRows() {
  rows = [...document.querySelectorAll("tr[data-row]")].map((row) => ({
    row,
    cursor: row.querySelector(".cursor"),
    bars: [...row.querySelectorAll(".strip a")].map((bar) => ({ ...bar.dataset, from: +bar.dataset.since, to: +bar.dataset.until })),
  }));
  shapes = [...document.querySelectorAll("[data-shape]")];
}

function showDay(day) {
  const sheet = document.querySelector(".sheet");
  if (!sheet) return;
  const first = +sheet.dataset.first, last = +sheet.dataset.last;
  const place = `${100 * (Math.min(Math.max(day, first), last) - first) / (last - first)}%`;
  for (const { row, cursor, bars } of rows) {
    cursor?.setAttribute("x1", place);
    cursor?.setAttribute("x2", place);
    const now = bars.find((bar) => bar.from <= day && day < bar.to);
    if (now) tell(row, now, day);
  }
  showShapes(day);
  const slider = document.getElementById("day");
  slider.value = day;
  slider.setAttribute("aria-valuetext", wordsOf(day));
  document.querySelector("#asked [name=on]").value = isoOf(day);
  document.querySelectorAll("[data-mark]").forEach((item) => item.classList.toggle("past", +item.dataset.mark <= day));
  const head = document.querySelector("#story .when strong");
  if (head) head.textContent = wordsOf(day);
}

// On a map the land follows its row of the table; borders of other days are put away.
function showShapes(day) {
  const told = new Map(rows.filter(({ row }) => row.dataset.code)
    .map(({ row, bars }) => [row.dataset.code, bars.find((bar) => bar.from <= day && day < bar.to)]));
  for (const shape of shapes) {
    shape.classList.toggle("gone", day < +shape.dataset.since || day >= +shape.dataset.until);
    const now = told.get(shape.dataset.shape);
    if (!now) continue;
    const land = shape.querySelector(".land"), title = shape.querySelector("title"), link = shape.querySelector("a");
    land.setAttribute("class", `land ${now.family}`);
    land.setAttribute("fill", now.family === "nothing" ? "none" : fillOf(now.family));
    title.textContent = `${title.textContent.split(": ")[0]}: ${now.word}${now.more ? ` (${now.more})` : ""}`;
    const to = new URL(link.getAttribute("href"), location.href);
    to.searchParams.set("on", isoOf(day));
    link.setAttribute("href", to.pathname + to.search);
  }
}

function tell(row, now, day) {
  const cell = row.querySelector(".now");
  cell.querySelector(".word").textContent = now.word;
  cell.querySelector(".more").textContent = now.more;
  const swatch = cell.querySelector(".swatch rect");
  swatch.setAttribute("class", now.family);
  swatch.setAttribute("fill", fillOf(now.family));
  for (const link of row.querySelectorAll(".now a, a[data-day-link]")) {
    const to = new URL(link.href);
    if (to.pathname.includes("@")) to.pathname = to.pathname.replace(/@\d{4}-\d\d-\d\d/, `@${isoOf(day)}`);
    else to.searchParams.set("on", isoOf(day));
    link.href = to;
  }
  const ask = cell.querySelector("a[aria-label]");
  if (ask) ask.setAttribute("aria-label", `${row.querySelector("th a").textContent}: ${now.word}. Why?`);
}

let resting;
function settle(day, wait = 180) {
  clearTimeout(resting);
  resting = setTimeout(() => {
    const here = new URL(location.href);
    here.searchParams.set("on", isoOf(day));
    history.replaceState(history.state, "", here);
    htmx.ajax("GET", here.pathname + here.search, { target: "#story", swap: "outerHTML" });
  }, wait);
}

function goTo(day) { showDay(day); settle(day, 0); }

document.addEventListener("input", (event) => {
  if (event.target.id === "day") { showDay(+event.target.value); settle(+event.target.value); }
});
document.addEventListener("change", (event) => {
  const form = event.target.closest("#asked");
  if (!form || event.target.id === "day") return;
  const day = event.target.name === "on" && event.target.value ? dayOf(event.target.value) : null;
  const slider = document.getElementById("day");
  if (day && slider && +slider.min <= day && day <= +slider.max) return goTo(day);
  form.requestSubmit();
});
document.addEventListener("submit", (event) => {
  if (event.target.id !== "asked") return;
  event.preventDefault();
  const query = new URLSearchParams([...new FormData(event.target)].filter(([, value]) => value));
  const url = `${event.target.getAttribute("action")}?${query}`;
  const focus = document.activeElement?.name;
  htmx.ajax("GET", url, { target: "#page", select: "#page", swap: "outerHTML" }).then(() => {
    history.pushState({}, "", url);
    document.title = document.querySelector("h1")?.textContent + " · inforce";
    readRows();
    if (focus) document.querySelector(`#asked [name="${focus}"]`)?.focus({ preventScroll: true });
  });
});
document.addEventListener("click", (event) => {
  const step = event.target.closest("a.step");
  if (step && document.querySelector(".sheet")) { event.preventDefault(); return goTo(dayOf(step.dataset.on)); }
  const ask = event.target.closest("a.ask");
  if (ask && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openWhy(ask.getAttribute("href"));
  }
  if (event.target.closest("[data-close]") || event.target.id === "why") document.getElementById("why").close();
});
function openWhy(url) {
  const dialog = document.getElementById("why");
  htmx.ajax("GET", url, { target: "#reasons", swap: "innerHTML" }).then(() => { if (!dialog.open) dialog.showModal(); });
}
addEventListener("popstate", () => location.reload());
readRows();

// A story that is swapped for that of another day stays unfolded if it was.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "story") return;
  const unfolded = event.detail.target.querySelector("details")?.open;
  if (unfolded) event.detail.serverResponse = event.detail.serverResponse.replace("<details>", "<details open>");
});
