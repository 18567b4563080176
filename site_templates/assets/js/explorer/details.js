/* Below a row: what the scenario says and what is said officially, why they differ, and the evidence used. */

import { beliefText, numberText, percentText } from "../engine/format.js";
import { element, listed, scale } from "./dom.js";
import { outcome } from "./outcome.js";
import { reasons } from "./reasons.js";

export function details(context, official, conclusion, scenario) {
  const { engine, usual } = context;
  const effect = engine.effect(official.effect);
  const before = usual.get(official.effect);
  const { kind } = outcome(official, conclusion);
  const parts = [said("Official result", engine, effect, before)];
  if (kind !== "official") {
    parts.push(scenarioSaid(engine, effect, conclusion, scenario));
    parts.push(heading("Why is it different?"), ...reasons(engine, scenario, effect.id));
  }
  if (conclusion) parts.push(evidence(context, conclusion));
  return [...parts, ...left(before, conclusion)];
}

function heading(words) {
  return element("p", { class: "lr-explorer__heading" }, words);
}

/* The sentence about conflict tells what Dempster's rule does to it. */
function said(title, engine, effect, conclusion, rule = "dempster") {
  const { sentences: say, document } = engine;
  const conflict = rule === "dempster" ? say.conflictSentence(conclusion) : "";
  const first = say.conclusionSentence(effect, conclusion, document.review.subject);
  const words = [first, conflict, say.tieSentence(conclusion)].filter(Boolean).join(" ");
  return element("p", {}, element("strong", {}, `${title}. `), words);
}

function scenarioSaid(engine, effect, conclusion, { rule }) {
  const title = element("strong", {}, "Your scenario. ");
  if (!conclusion) return element("p", {}, title, "No evidence about this effect is left.");
  if (!conclusion.missing.length) return said("Your scenario", engine, effect, conclusion, rule);
  const lacking = listed(conclusion.missing);
  return element("p", {}, title, `No result: the discount policy needs numbers that are not known of ${lacking}.`);
}

function evidence(context, conclusion) {
  const base = context.engine.sentences.evidenceBase(conclusion);
  return element("details", {}, element("summary", {}, `Evidence used: ${base}`), table(context, conclusion));
}

function table({ engine, addresses }, { evidence }) {
  const names = new Map(engine.document.studies.map(({ id, name }) => [id, name]));
  const titles = ["Evidence model", "Range", "Improvement", "Study belief", "Belief value"];
  const rows = evidence.map((piece) => {
    const { evidenceModel, range, improvement, studyBelief, share, beliefValue } = piece;
    const shared = share === studyBelief ? "" : `, shared out: ${beliefText(share)}`;
    const values = [
      scale(engine.document.levels, range, engine.sentences),
      improvement === null ? "stated range" : percentText(improvement),
      beliefText(studyBelief) + shared,
      numberText(beliefValue, 3),
    ];
    const link = element("a", { href: addresses.model(evidenceModel) }, evidenceModel);
    const cells = values.map((value, at) => element("td", { "data-label": titles[at + 1] }, value));
    return element("tr", {}, element("th", { scope: "row", title: names.get(piece.study) }, link), ...cells);
  });
  const head = element("tr", {}, ...titles.map((title) => element("th", { scope: "col" }, title)));
  const caption = element("caption", {}, "In the order in which it is combined.");
  const made = element("table", { class: "lr" }, caption, element("thead", {}, head), element("tbody", {}, ...rows));
  return element("div", { class: "lr-table", tabindex: 0, role: "region", "aria-label": "Evidence used" }, made);
}

function left(before, conclusion) {
  const kept = new Set((conclusion?.evidence ?? []).map((one) => one.evidenceModel).concat(conclusion?.missing ?? []));
  const out = before.evidence.map((one) => one.evidenceModel).filter((id) => !kept.has(id));
  return out.length ? [element("p", {}, `Left out: ${listed(out, 12)}.`)] : [];
}
