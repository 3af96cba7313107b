// The evidence pages read without this file; it remembers the language, filters lists, opens everything for printing.
"use strict";

const switches = { zh: document.getElementById("in-zh"), en: document.getElementById("in-en") };

function speak(language) {
  switches[language].checked = true;
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
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

function reveal() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  const folded = target && target.closest("details");
  if (folded) folded.open = true;
}
addEventListener("hashchange", reveal);
reveal();
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
