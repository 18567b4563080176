/* Why a conclusion of a scenario is not the official one, in words (see ../engine/why.js). */

import { shareText } from "../engine/format.js";
import { element } from "./dom.js";

const MOST = 5;
const TITLES = Object.freeze({
  discount: "the discount policy",
  reading: "the reading policy",
  threshold: "the threshold of the reading",
  bounds: "the intensity bounds",
  dependence: "the treatment of dependence",
  rule: "the combination rule",
  unanswered: "the rule for unanswered questions",
  evidence: "the choice of evidence as a whole",
});

/* A list of the most influential choices, with a sentence before it. */
export function reasons(engine, scenario, effect) {
  const telling = engine.why(scenario, effect).filter(({ influence }) => influence > 0);
  const names = new Map(engine.document.studies.map(({ id, name }) => [id, name]));
  const items = telling.slice(0, MOST).map((one) => element("li", {}, sentence(engine, one, names)));
  if (!items.length) return ["No single choice moves it."];
  return [element("ol", { class: "lr-explorer__reasons" }, ...items)];
}

/* The same in half a sentence: the single most influential choice. */
export function mainReason(engine, scenario, effect) {
  const [first] = engine.why(scenario, effect);
  if (!first) return "";
  const names = new Map(engine.document.studies.map(({ id, name }) => [id, name]));
  if (first.restores) return `because of ${title(first, names)}`;
  return `because of several choices together, ${title(first, names)} more than any other`;
}

function sentence(engine, one, names) {
  const { restores, influence, conclusion } = one;
  const range = conclusion?.range ? engine.sentences.rangeText(conclusion.range) : "no result";
  const then = restores ? "gives the official range" : `gives ${range}`;
  return `Putting back ${title(one, names)} ${then} and moves ${shareText(influence)} of the belief.`;
}

function title({ choice, study }, names) {
  return choice === "study" ? `the evidence of ${names.get(study)}` : TITLES[choice];
}
