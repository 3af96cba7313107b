// The evidence pages read without this file; it remembers the language, filters and sorts lists, opens everything for printing.
"use strict";

const switches = { zh: document.getElementById("in-zh"), en: document.getElementById("in-en") };

function speak(language) {
  switches[language].checked = true;
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  for (const one of document.querySelectorAll("option[data-zh]")) one.textContent = one.dataset[language];
  try { localStorage.setItem("language", language); } catch { /* a browser that keeps nothing still switches */ }
}

for (const [language, input] of Object.entries(switches)) input.addEventListener("change", () => speak(language));
try { if (localStorage.getItem("language") === "en") speak("en"); } catch { /* as above */ }

for (const form of document.querySelectorAll("form.filter")) {
  const rows = [...form.parentElement.querySelectorAll("table.filtered tbody tr")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const worst = Number(form.elements.worst.value);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = Number(row.dataset.worst) < worst || !words.every((word) => texts[i].includes(word));
      shown += !row.hidden;
    });
    form.querySelector("output").textContent = `${shown} / ${rows.length}`;
  };
  form.hidden = rows.length < 6;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}

// A heading orders its list: by what the cells say, numbers as numbers; once more the other way round.
const compare = new Intl.Collator("zh-CN", { numeric: true }).compare;
function sortable(cell) {
  const text = cell.dataset.sort ?? cell.textContent.trim();
  const number = Number(text.replace(/[,%]/g, ""));
  return text && !Number.isNaN(number) ? number : text;
}
for (const table of document.querySelectorAll("table.sortable")) {
  table.querySelectorAll("thead th").forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const falling = heading.getAttribute("aria-sort") === "ascending" || (!heading.hasAttribute("aria-sort") && heading.matches(".number, .grave"));
      for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
      const keyed = [...table.tBodies[0].rows].map((row) => [sortable(row.cells[column]), row]);
      keyed.sort(([a], [b]) => (falling ? -1 : 1) * (typeof a === "number" && typeof b === "number" ? a - b : compare(a, b)));
      table.tBodies[0].append(...keyed.map(([, row]) => row));
    });
  });
}

function reveal() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  const folded = target && target.closest("details");
  if (folded) folded.open = true;
}
addEventListener("hashchange", reveal);
reveal();
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
