/* Steps and answers as elements (an answer as in parts/answer.html.j2), and in the words that are read out. */

import { countText } from "../engine/format.js";
import { inSentence } from "../engine/sentences.js";
import { element } from "../explorer/dom.js";
import { answer, unmeasured } from "./answer.js";

/* All steps, the answer of each that found more than the one before, and what nobody measured in the case itself.
   dataset: addresses, see the template. */
export function shown(engine, rules, dataset, taken, wanted) {
  const { document: data } = engine;
  const open = lacking(dataset, taken[0].given, unmeasured(engine, taken[0], wanted), taken.length > 1);
  const told = taken.map((_, at) => stepText(data, taken, at));
  if (taken.length === 1) {
    return [element("p", { class: "lr-case__size" }, told[0]), ...answered(engine, rules, dataset, taken[0]), ...open];
  }
  const blocks = taken.flatMap((step, at) => {
    if (!step.models || step.models === taken[at - 1]?.models) return [];
    return [element("h2", {}, stepTitle(data, taken, at)), ...answered(engine, rules, dataset, step)];
  });
  const listed = element("ol", { class: "lr-case__steps" }, ...told.map((one) => element("li", {}, one)));
  return [few(rules, taken), listed, ...blocks, ...open];
}

/* What is read out: the last step, and its answer in one sentence. */
export function spoken(engine, rules, taken) {
  const last = taken[taken.length - 1];
  const first = taken.length > 1 ? `${stepText(engine.document, taken, 0)} ` : "";
  const lead = last.models ? ` ${answer(engine, rules, last.effects).lead}` : "";
  return `${first}${stepText(engine.document, taken, taken.length - 1)}${lead}`;
}

/* Says that the case was widened, and whether that helped. */
function few(rules, taken) {
  const least = countText(rules.leastStudies, "study", "studies");
  const enough = taken[taken.length - 1].studies >= rules.leastStudies;
  const end = enough ? "" : " Even all of the evidence holds no more.";
  return element("p", { class: "lr-case__size" }, `Fewer than ${least} fit your case, so it was widened step by step.${end}`);
}

/* What is no longer asked for, after so many steps. */
function stepTitle(data, taken, at) {
  const dropped = taken.slice(1, at + 1).map((step) => `the ${aspectTitle(data, step.dropped)}`);
  const last = dropped.pop();
  if (last) return `Whatever ${dropped.length ? `${dropped.join(", ")} and ` : ""}${last}`;
  return Object.keys(taken[at].given).length ? "Your case" : "All evidence";
}

function stepText(data, taken, at) {
  const { models, studies } = taken[at];
  const base = `${countText(models, "evidence model")} from ${countText(studies, "study", "studies")}`;
  const same = at && models && models === taken[at - 1].models ? ", as before" : "";
  return `${stepTitle(data, taken, at)}: ${models ? base : "no evidence at all"}${same}.`;
}

function aspectTitle(data, id) {
  return inSentence(data.aspects.find((one) => one.id === id).title);
}

function answered(engine, rules, dataset, step) {
  if (!step.models) return [];
  const found = answer(engine, rules, step.effects);
  const finding = (effect) => dataset.finding.replace("EFFECT", effect);
  const derivation = (model, effect) => {
    const [study, slug] = model.split("/");
    return dataset.derivation.replace("STUDY", study).replace("MODEL", slug).replace("EFFECT", effect);
  };
  const worse = found.worse.map(({ text, evidenceModel, effect }) => item(text, derivation(evidenceModel, effect)));
  const against = worse.length
    ? list("What got worse", [...worse, ...(found.rest ? [element("li", {}, found.rest)] : [])])
    : [element("p", {}, "No single result got worse.")];
  const sides = found.sides.flatMap(({ title, lines }) =>
    list(
      title,
      lines.map(({ text, effect, more }) => item(text, finding(effect), more)),
    ),
  );
  return [element("p", { class: "lr-case__lead" }, found.lead), ...against, ...sides];
}

function list(title, items) {
  return [element("p", { class: "lr-case__heading" }, title), element("ul", {}, ...items)];
}

function item(text, href, more = "") {
  return element("li", {}, element("a", { href }, text), more ? ` ${more}` : "");
}

/* Effects without evidence, each leading to the page that asks for a study of it. */
function lacking(dataset, { technique }, effects, widened) {
  if (!effects.length) return [];
  const also = technique ? `&technique=${encodeURIComponent(technique)}` : "";
  const links = effects.flatMap(({ id, title }, at) => [
    at ? ", " : "",
    element("a", { href: `${dataset.submit}#effect=${encodeURIComponent(id)}${also}` }, title),
  ]);
  const heading = `What nobody has measured ${widened ? "in your case" : "here"}`;
  return [element("p", { class: "lr-case__heading" }, heading), element("p", {}, ...links)];
}
