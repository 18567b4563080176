/* Replays conclusions year by year: the slider chooses a year, the button plays them all from the first.

   Every row carries its years as lists; nothing is fetched, so it also works from a folder. Without this script the last
   year stands there, with a sentence for every year. Nothing moves until the reader asks for it. */
(function () {
  "use strict";

  const PACE = 1400; // Milliseconds per year.

  let timers = [];

  function start() {
    timers.forEach(clearInterval);
    timers = [];
    document.querySelectorAll(".lr-replay").forEach(prepare);
  }

  function prepare(replay) {
    const controls = replay.querySelector(".lr-replay__controls");
    const slider = controls.querySelector("input");
    const button = controls.querySelector("button");
    const levels = [...replay.querySelectorAll(".lr-replay__codes i")];
    const rows = [...replay.querySelectorAll("tbody tr")].map((row) => states(row, levels));
    const years = [...replay.querySelectorAll(".lr-replay__years li")];
    if (years.length < 2 || controls.dataset.ready) return;
    controls.dataset.ready = "yes";
    let timer = null;

    function show(place) {
      const year = years[place].dataset.year;
      slider.value = String(place);
      slider.setAttribute("aria-valuetext", year);
      controls.querySelector(".lr-replay__year").textContent = year;
      replay.querySelector(".lr-replay__until").textContent = year;
      years.forEach((item, other) => item.toggleAttribute("hidden", other !== place));
      rows.forEach((row) => row(place));
    }

    function stop() {
      clearInterval(timer);
      timer = null;
      button.textContent = "Play";
      replay.classList.remove("lr-replay--playing");
    }

    /* From the first year if the last is shown, else onwards. */
    function play() {
      const at = Number(slider.value);
      show(at === years.length - 1 ? 0 : at + 1);
      button.textContent = "Pause";
      replay.classList.add("lr-replay--playing");
      timer = setInterval(() => {
        const next = Number(slider.value) + 1;
        if (next < years.length) show(next);
        if (next >= years.length - 1) stop();
      }, PACE);
      timers.push(timer);
    }

    slider.addEventListener("input", () => {
      stop();
      show(Number(slider.value));
    });
    button.addEventListener("click", () => (timer === null ? play() : stop()));
    controls.hidden = false;
    replay.classList.add("lr-replay--live");
    show(Number(slider.max));
  }

  /* A row as a function of the place of a year; it marks what is new, and where the range is another one than before. */
  function states(row, levels) {
    const ranges = row.dataset.ranges.split(" ");
    const beliefs = row.dataset.beliefs.split(" ");
    const studies = row.dataset.studies.split("|");
    const strip = row.querySelector(".lr-replay__strip");
    const cells = [...strip.children];
    return (place) => {
      const [low, high] = ranges[place].split("-").map((level) => (level ? Number(level) : NaN));
      cells.forEach((cell, level) => cell.classList.toggle("lr-on", low <= level && level <= high));
      strip.setAttribute("aria-label", spanned(levels.map((level) => level.dataset.words), low, high, " to ") || "no result");
      row.querySelector(".lr-replay__code").textContent = spanned(levels.map((level) => level.textContent), low, high, "–");
      row.querySelector(".lr-replay__part").setAttribute("width", String(100 * (Number(beliefs[place]) || 0)));
      row.querySelector(".lr-replay__belief").textContent = beliefs[place];
      row.querySelector(".lr-replay__from").textContent = studies[place];
      row.classList.toggle("lr-replay--absent", ranges[place] === "-");
      const before = place > 0 ? ranges[place - 1] : "-";
      row.classList.toggle("lr-replay--new", before === "-" && ranges[place] !== "-");
      row.classList.toggle("lr-replay--moved", before !== "-" && ranges[place] !== before);
    };
  }

  /* One name, or the first and the last; nothing where there is no range. */
  function spanned(names, low, high, between) {
    if (Number.isNaN(low)) return "";
    return low === high ? names[low] : names[low] + between + names[high];
  }

  /* Instant navigation draws the page anew; without it, or from a file, once is enough. */
  start();
  window.document$?.subscribe(start);
})();
