/* What tests ask of the engine, with answers as JSON texts: they cross from the browser much faster than objects. */

import { answer as answerOf, steps, unmeasured } from "/case/answer.js";
import * as exact from "/engine/exact.js";
import * as format from "/engine/format.js";
import { shareOf } from "/engine/dependence.js";
import { discounted, factorsIn } from "/engine/discount.js";
import { moved } from "/engine/intensity.js";
import { open } from "/engine/index.js";
import { RANGES, rangeOf } from "/engine/scale.js";
import { inSentence } from "/engine/sentences.js";
import { combineSupports } from "/engine/simple_support.js";

let engine;

/* Opens a data file; everything below works on it. */
export function load(text) {
  engine = open(JSON.parse(text));
}

export function run(scenarios) {
  return JSON.stringify(JSON.parse(scenarios).map((scenario, at) => answer(scenario, at % 10 === 0)));
}

export function why(scenario, effect) {
  return JSON.stringify(engine.why(scenario, effect));
}

/* The steps of each case {asked, wanted}, with their answers. */
export function cases(rules, asked) {
  return JSON.stringify(JSON.parse(asked).map((one) => stepsOf(JSON.parse(rules), one)));
}

function stepsOf(rules, { asked, wanted }) {
  return steps(engine, rules, asked, wanted).map((step) => ({
    given: step.given,
    models: step.models,
    studies: step.studies,
    answer: answerOf(engine, rules, step.effects),
    unmeasured: unmeasured(engine, step, wanted).map(({ id }) => id),
  }));
}

/* Milliseconds that each case takes. */
export function timeOfCases(rules, asked) {
  const known = JSON.parse(rules);
  return JSON.parse(asked).map((one) => {
    const start = performance.now();
    stepsOf(known, one);
    return performance.now() - start;
  });
}

export function refused(scenario) {
  try {
    engine.run(scenario);
    return null;
  } catch (error) {
    return error.message;
  }
}

/* Conflicts of pairs of studies cost more than all else: some scenarios tell of them. */
function answer(scenario, withConflicts) {
  const { evidenceModels, effects } = engine.run(scenario);
  const conclusions = effects.map((one) => ({ ...plain(one, withConflicts), texts: texts(one) }));
  return { evidenceModels, effects: conclusions };
}

function plain(one, withConflicts) {
  const code = (range) => range && [range.low, range.high];
  return {
    ...one,
    range: code(one.range),
    masses: one.masses.map(({ mask, mass }) => [mask, mass]),
    evidence: one.evidence.map((piece) => [piece.evidenceModel, code(piece.range), piece.studyBelief, piece.beliefValue]),
    conflicts: withConflicts
      ? engine.studyConflicts(one).map(({ studies, weight }) => [...studies, String(weight)])
      : null,
  };
}

/* Everything that a page may show of a conclusion. */
function texts(one) {
  if (one.missing.length) return [];
  const say = engine.sentences;
  const effect = engine.effect(one.effect);
  const { subject } = engine.document.review;
  return [
    say.conclusionSentence(effect, one, subject),
    say.plainConclusion(effect, one),
    say.conflictSentence(one),
    say.changeSentence(one),
    say.ignoranceSentence(one),
    say.support(one),
    say.tieSentence(one),
    say.evidenceBase(one),
    say.howContested(one.conflict),
    one.range && say.rangeText(one.range),
    one.range && say.rangeWords(one.range),
    inSentence(effect.title),
    format.beliefText(one.belief),
    format.beliefTextLong(one.plausibility),
    format.probabilityText(one.ignorance),
    format.probabilityText(one.conflict.lastStep, 4),
    format.shareText(one.conflict.total),
    format.weightText(one.conflict.weight),
    format.pointsText(one.deltaPoints),
    ...one.masses.map(({ mass }) => format.probabilityText(mass)),
    ...one.evidence.map((piece) => format.beliefTextLong(piece.beliefValue)),
    ...one.evidence.map((piece) => (piece.improvement === null ? "stated" : format.percentText(piece.improvement))),
  ];
}

/* [[low, high, belief value], ...] for each case: masses, conflict and weight. */
export function combine(cases) {
  const found = JSON.parse(cases).map((supports) =>
    combineSupports(supports.map(([low, high, beliefValue]) => ({ range: rangeOf(low, high), beliefValue }))),
  );
  return JSON.stringify(found.map(({ masses, conflict, weight }) => ({ masses, conflict, weight: String(weight) })));
}

/* Calls a function of the engine, or one of those below, with each list of arguments. */
export function call(name, argumentLists) {
  const own = { shareOf, beliefValue, scaled, ...exact, ...format }[name];
  return JSON.stringify(JSON.parse(argumentLists).map((list) => own(...list)));
}

/* What a discount policy leaves of a study belief; null if a statistic is missing. */
function beliefValue(studyBelief, measured, id, parameters) {
  const policy = { id, parameters };
  const factors = factorsIn(new Map(), measured, policy);
  return factors && discounted(studyBelief, factors, policy);
}

/* An intensity bound multiplied by a factor. */
function scaled(bound, factor) {
  return moved([{ upTo: bound, range: RANGES[0] }], factor)[0].upTo;
}

/* Milliseconds of each of so many recomputations. */
export function time(scenario, times) {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    engine.run(scenario);
    return performance.now() - start;
  });
}
