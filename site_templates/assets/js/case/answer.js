/* What evidence models like a case say (mirrors generator/views/case.py): the records, without a page. */

import { countText, percentText } from "../engine/format.js";

const INDIFFERENT = 3;

/* The steps from the case as it was asked to one that enough studies fit, each wider than the one before:
   [{given, dropped, models, studies, effects}], the conclusions about the effects that matter (null: all) with them.
   Counted are the evidence models that report any of these. ``asked`` maps aspects to the value wanted. */
export function steps(engine, rules, asked, wanted) {
  const found = [];
  const given = { ...asked };
  const order = rules.widening.filter((aspect) => aspect in asked);
  for (let dropped = null; ; dropped = order.shift(), delete given[dropped]) {
    const { effects } = engine.run(scenario(rules, given), wanted);
    const [models, studies] = ["evidenceModel", "study"].map(
      (name) => new Set(effects.flatMap((one) => one.evidence.map((piece) => piece[name]))).size,
    );
    found.push({ given: { ...given }, dropped, models, studies, effects });
    if (studies >= rules.leastStudies || !order.length) return found;
  }
}

export function scenario(rules, given) {
  const aspects = Object.fromEntries(Object.entries(given).map(([aspect, value]) => [aspect, [value]]));
  return { synthesis: rules.synthesis, filters: { aspects } };
}

/* What the conclusions of a step say. */
export function answer(engine, rules, effects) {
  const { sentences: say, document } = engine;
  const pieces = effects.flatMap((one) => one.evidence.map((piece) => ({ ...piece, effect: one.effect })));
  const worse = pieces.filter(({ range }) => range.high < INDIFFERENT).sort(worstFirst);
  const better = pieces.filter(({ range }) => range.low > INDIFFERENT).length;
  const labels = new Map(document.studies.map(({ id, label }) => [id, label]));
  return {
    lead: `Of ${countText(pieces.length, "single result")}, ${worse.length} got worse and ${better} got better.`,
    worse: worse.slice(0, rules.most).map((piece) => ({
      text: worseText(engine, labels, piece),
      evidenceModel: piece.evidenceModel,
      effect: piece.effect,
    })),
    rest: worse.length > rules.most ? `And ${worse.length - rules.most} more.` : "",
    sides: rules.sides
      .map(([name, title]) => ({ title, lines: effects.filter((one) => side(one) === name).map(line) }))
      .filter(({ lines }) => lines.length),
  };

  function line(one) {
    const text = one.missing.length
      ? `${engine.effect(one.effect).title}: no result, since numbers that the discount needs are not known.`
      : say.conclusionSentence(engine.effect(one.effect), one);
    return { text, effect: one.effect, more: `${say.evidenceBase(one)}.` };
  }
}

/* The effects that matter (null: all) and that a step has no evidence about. */
export function unmeasured({ document }, { effects }, wanted) {
  const reported = new Set(effects.map((one) => one.effect));
  return document.effects.filter(({ id }) => (!wanted || wanted.includes(id)) && !reported.has(id));
}

function worseText(engine, labels, { effect, improvement, range, study, evidenceModel }) {
  const stated = improvement === null ? "stated" : percentText(improvement);
  const slug = evidenceModel.slice(study.length + 1);
  const { title } = engine.effect(effect);
  return `${title}: ${stated} (${engine.sentences.rangeText(range)}), ${labels.get(study)} ${slug}`;
}

function worstFirst(one, other) {
  const keys = ({ range, improvement }) => [range.low, range.high, improvement ?? 0];
  const [mine, theirs] = [keys(one), keys(other)];
  const at = mine.findIndex((value, place) => value !== theirs[place]);
  return at < 0 ? 0 : mine[at] - theirs[at];
}

function side({ range }) {
  if (range === null) return "none";
  if (range.low < INDIFFERENT && range.high > INDIFFERENT) return "either";
  if (range.low < INDIFFERENT) return "lost";
  return range.high > INDIFFERENT ? "gained" : "same";
}
