/* The page for somebody who has to decide: a case is chosen, the evidence about cases like it is combined here. The
   case stands in the address, so that it can be shared, kept and gone back to. */

import { open } from "../engine/index.js";
import { written } from "../explorer/address.js";
import { scenario, steps } from "./answer.js";
import { choose, chosen, clear, fillForm, tellMatters } from "./form.js";
import { shown, spoken } from "./shown.js";

const PAUSE = 400; // Milliseconds without a change before the answer is announced.

/* The case as an address has it. It outlasts the place: the theme draws the page anew for a link within it. */
let kept = "";

/* Fills the page's place, when the data file at an address has come. Throws an Error if it cannot be read. */
export async function mount(place, address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const engine = open(await response.json());
  if (place.isConnected) start(place, engine, JSON.parse(place.dataset.rules));
}

function start(place, engine, rules) {
  const { document: data } = engine;
  const part = (name) => place.querySelector(`[data-part="${name}"]`);
  const form = part("form");
  const ended = new AbortController();
  let timer = null;

  const on = (target, event, handle) => target.addEventListener(event, handle, { signal: ended.signal });
  fillForm({ aspects: part("selects"), matters: part("matters") }, data, rules);
  on(form, "submit", (event) => event.preventDefault());
  on(form, "input", changed);
  on(part("reset"), "click", () => {
    clear(form);
    changed();
  });
  on(window, "hashchange", () => (place.isConnected ? read() : ended.abort()));
  place.classList.add("lr-explorer--live");
  part("live").hidden = false;
  read();

  /* From the address; what is not known here is told and left out. A link to a place of the page changes nothing. */
  function read() {
    const hash = location.hash.slice(1);
    const isPlace = hash !== "" && document.getElementById(hash) !== null;
    const refused = choose(form, isPlace ? kept : hash);
    part("refused").hidden = !refused.length;
    part("refused").textContent = `This address asks for something that is not here: ${refused.join(", ")}.`;
    show();
  }

  function changed() {
    part("refused").hidden = true;
    show();
    history.replaceState(history.state, "", `${location.pathname}${location.search}${kept ? `#${kept}` : ""}`);
  }

  function show() {
    performance.mark("case");
    const { asked, wanted, text } = chosen(form, data);
    const taken = steps(engine, rules, asked, wanted);
    kept = text;
    tellMatters(part("mattering"), data, wanted);
    part("answer").replaceChildren(...shown(engine, rules, place.dataset, taken, wanted));
    part("whatif").href = `${place.dataset.whatif}#${written(data, scenario(rules, taken[taken.length - 1].given))}`;
    performance.measure("case", "case");
    clearTimeout(timer);
    timer = setTimeout(() => {
      part("announced").textContent = spoken(engine, rules, taken);
    }, PAUSE);
  }
}
