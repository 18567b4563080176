/* What a scenario makes of each official conclusion, in words. */

import { beliefText, countText, pointsText, weightText } from "../engine/format.js";
import { listed } from "./dom.js";

/* Kinds of outcome:
   official   everything displayed is as it is officially
   same       range and belief are, but not the conflict
   belief     the same range with another belief
   range      another range, also one where there was none, or none where there was one
   gone       no evidence is left
   missing    the discount policy needs statistics that some evidence does not have */
export function outcome(official, conclusion) {
  if (!conclusion) return { kind: "gone", words: "no evidence left" };
  if (conclusion.missing.length) return { kind: "missing", words: "cannot be computed" };
  const [before, now] = [official.range, conclusion.range && [conclusion.range.low, conclusion.range.high]];
  if (String(before) !== String(now)) return { kind: "range", words: rangeWords(before, now) };
  if (beliefText(official.belief) !== beliefText(conclusion.belief)) {
    return { kind: "belief", words: `same range, belief ${pointsText(points(official.belief, conclusion.belief))}` };
  }
  const same = weightText(official.conflict.weight) === weightText(conclusion.conflict.weight);
  return same ? { kind: "official", words: "official result" } : { kind: "same", words: "same, other conflict" };
}

function rangeWords(before, now) {
  if (now === null) return "no result any more";
  return before === null ? "a result now" : "another range";
}

/* Between two beliefs as displayed. */
function points(before, now) {
  return Math.round(100 * Number(beliefText(now))) - Math.round(100 * Number(beliefText(before)));
}

/* The sentences above the table. found: [{title, kind}]; used and whole: {models, studies}, counts. */
export function summary(found, untouched, used, whole) {
  const total = countText(found.length, "conclusion");
  if (untouched) return `Nothing is changed: all ${total} are the official result.`;
  const titles = (kind) => found.filter((one) => one.kind === kind).map((one) => one.title);
  const [moved, gone, missing] = ["range", "gone", "missing"].map(titles);
  const reports = moved.length === 1 ? "reports" : "report";
  const sentences = moved.length
    ? [`With these choices ${moved.length} of ${total} ${reports} another range: ${listed(moved)}.`]
    : [`With these choices none of ${total} reports another range.`];
  const have = gone.length === 1 ? "has" : "have";
  if (gone.length) sentences.push(`${gone.length} ${have} no evidence left: ${listed(gone)}.`);
  if (missing.length) {
    sentences.push(`${missing.length} cannot be computed, because the discount policy needs more than is reported.`);
  }
  const belief = titles("belief").length;
  if (belief) sentences.push(`${belief} ${belief === 1 ? "keeps its" : "keep their"} range with another belief.`);
  if (used.models < whole.models) {
    const studies = `${used.studies} of ${countText(whole.studies, "study", "studies")}`;
    sentences.push(`Combined are ${used.models} of ${countText(whole.models, "evidence model")} from ${studies}.`);
  }
  return sentences.join(" ");
}
