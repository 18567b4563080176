/* The table: each conclusion officially and under the scenario, side by side. Rows are made once for a synthesis. */

import { beliefText, countText } from "../engine/format.js";
import { RANGES } from "../engine/scale.js";
import { details } from "./details.js";
import { element, scale } from "./dom.js";
import { outcome } from "./outcome.js";

const COLUMNS = 5;

/* -> {show, refresh}: show takes a result of engine.run and gives [{effect, title, kind}]; refresh, which takes longer,
   brings the details that are unfolded up to date. context: see main.js. */
export function fillTable(body, context) {
  const rows = context.plan.official.map((official) => row(context, official));
  body.replaceChildren(...rows.flatMap((one) => [one.head, one.more]));
  return {
    show(result) {
      const found = new Map(result.effects.map((one) => [one.effect, one]));
      return rows.map((one) => one.show(found.get(one.effect) ?? null, result.scenario));
    },
    refresh: () => rows.forEach((one) => one.refresh()),
  };
}

function row(context, official) {
  const { engine, plan, addresses } = context;
  const { id, title } = engine.effect(official.effect);
  const [now, change] = [cell("Your scenario"), cell("Difference")];
  const fold = element("button", { type: "button", class: "lr-explorer__fold", "aria-expanded": "false" }, "Details");
  fold.setAttribute("aria-label", `Details: ${title}`);
  fold.setAttribute("aria-controls", `why-${id}`);
  const inside = element("td", { colspan: COLUMNS });
  const more = element("tr", { id: `why-${id}`, class: "lr-explorer__more", hidden: true }, inside);
  const head = element(
    "tr",
    {},
    element("th", { scope: "row" }, element("a", { href: addresses.finding(plan.id, id) }, title)),
    result(cell("Official result"), engine, span(official.range), official.belief),
    now,
    change,
    element("td", { class: "lr-explorer__open" }, fold),
  );
  let [last, shown] = [null, null];
  fold.addEventListener("click", () => {
    more.hidden = !more.hidden;
    fold.setAttribute("aria-expanded", String(!more.hidden));
    refresh();
  });
  return { effect: id, head, more, show, refresh };

  function refresh() {
    if (more.hidden || !last) return;
    const unfolded = inside.querySelector("details")?.open ?? false;
    inside.replaceChildren(...details(context, official, ...last));
    inside.querySelector("details")?.toggleAttribute("open", unfolded);
    last = null;
  }

  function show(conclusion, scenario) {
    const { kind, words } = outcome(official, conclusion);
    last = [conclusion, scenario]; // Null once the details tell of it.
    const text = JSON.stringify([words, conclusion?.range?.place, conclusion?.belief, conclusion?.missing.length]);
    if (text !== shown) draw(kind, words, conclusion);
    shown = text;
    return { effect: id, title, kind };
  }

  function draw(kind, words, conclusion) {
    head.dataset.kind = kind;
    now.replaceChildren();
    change.replaceChildren(inner(words));
    if (kind === "gone") now.append(inner("none"));
    else if (kind === "missing") now.append(inner(`lacks numbers of ${countText(conclusion.missing.length, "model")}`));
    else result(now, engine, conclusion.range, conclusion.belief);
  }
}

function cell(label) {
  return element("td", { "data-label": label });
}

function inner(words) {
  return element("span", {}, words);
}

function result(place, engine, range, belief) {
  const shown = range ? scale(engine.document.levels, range, engine.sentences) : "no result";
  place.append(element("span", {}, shown, element("strong", {}, beliefText(belief))));
  return place;
}

function span(ends) {
  return ends && RANGES.find(({ low, high }) => low === ends[0] && high === ends[1]);
}
