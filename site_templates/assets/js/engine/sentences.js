/* The sentences about a conclusion (mirrors generator/views/words.py). Every text comes with the data file, where the
   build keeps it; only which one is said is decided here, by the same rules. */

import { round } from "./exact.js";
import { beliefText, countText, pointsText, probabilityText, rounded, shareText, weightText } from "./format.js";
import { INDIFFERENT } from "./scale.js";

/* The sentence makers for a data file. effect: one of its effects; conclusion: see index.js. */
export function sentences({ levels, words }) {
  const { phrases, degrees, belief_bands: beliefBands, conflict_bands: conflictBands } = words;
  const say = (name, values = {}) => phrases[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const span = (list, least, most) =>
    least === most ? list[least] : say("span", { least: list[least], most: list[most] });

  function standing(level) {
    if (level === INDIFFERENT) return say("standing_still");
    const degree = degrees.before_comparative[Math.abs(level - INDIFFERENT)];
    return say(level > INDIFFERENT ? "standing_better" : "standing_worse", { degree });
  }

  function directed(phrase, weakest, most, by) {
    const least = Math.max(weakest, 1);
    const [before, ...rest] = phrase.split(words.degree_mark);
    if (!rest.length) {
      const noun = say("as_noun", { phrase, by, degree: span(degrees.nouns, least, most) });
      return noun + (weakest === 0 ? say("if_any") : "");
    }
    const after = rest.join(words.degree_mark);
    const adverbs = after.trim() ? degrees.before_comparative : degrees.after;
    return before + span(adverbs, least, most) + after + by + (weakest === 0 ? say("if_at_all") : "");
  }

  /* What a range says, in plain words and without a full stop. */
  function whatHappens(effect, range, subject = "") {
    const by = subject ? say("by", { subject }) : "";
    const { low, high } = range;
    if (low === INDIFFERENT && high === INDIFFERENT) return say("indifferent", { effect: effect.title, by });
    if (low < INDIFFERENT && high > INDIFFERENT) {
      return say("either_way", { effect: effect.title, by, least: standing(low), most: standing(high) });
    }
    const [least, most] = [Math.abs(low - INDIFFERENT), Math.abs(high - INDIFFERENT)].sort();
    return capital(directed(high > INDIFFERENT ? effect.better : effect.worse, least, most, by));
  }

  /* The code of a range, WN–IF, and its words. */
  function rangeText({ low, high }) {
    return low === high ? levels[low].id : `${levels[low].id}–${levels[high].id}`;
  }

  function rangeWords({ low, high }) {
    return low === high ? levels[low].words : say("span", { least: levels[low].words, most: levels[high].words });
  }

  /* A belief in words, judged as displayed. */
  function howSure(belief) {
    const shown = Number(rounded(belief, 2));
    return beliefBands.find((band) => shown >= band.from).words;
  }

  /* The weight of conflict in words, judged to nine decimals. */
  function howContested({ weight }) {
    if (weight === null) return say("total");
    if (weight === 0) return say("uncontested");
    const shown = round(weight, 9);
    return (conflictBands.find((band) => shown > band.above) ?? conflictBands[conflictBands.length - 1]).words;
  }

  function conflictSentence({ conflict, evidence }) {
    if (conflict.weight === null) return say("conflict_total");
    if (evidence.length === 1) return say("conflict_single");
    if (conflict.weight === 0) return say("conflict_none");
    const [share, weight] = [shareText(conflict.total), weightText(conflict.weight)];
    return say("conflict", { contested: howContested(conflict), share, weight });
  }

  function changeSentence({ deltaPoints, change, evidence }) {
    if (deltaPoints === null) return say("change_without_range");
    if (evidence.length === 1) return say("change_single");
    if (deltaPoints === 0) return say("change_none");
    const points = pointsText(Math.abs(deltaPoints)).replace(/^\+/, "");
    return say("change", { change, points, side: say(deltaPoints > 0 ? "above" : "below") });
  }

  function ignoranceSentence({ ignorance }) {
    if (ignorance === null) return say("ignorance_none");
    const shown = Number(rounded(ignorance, 2));
    const undecided = capital(words.ignorance_bands.find((band) => shown >= band.from).words);
    return say("ignorance", { undecided, ignorance: probabilityText(ignorance) });
  }

  /* How sure and how contested. */
  function support({ belief, conflict, evidence }) {
    if (belief === null) return say("no_support");
    const [sure, contested] = [howSure(belief), howContested(conflict)];
    if (evidence.length === 1) return say("support_single", { sure });
    const opposed = belief >= 0.5 && conflictBands.some((band) => band.above > 0 && band.words === contested);
    return say(opposed ? "support_opposed" : "support_agreeing", { sure, contested });
  }

  function noResult(effect, { masses }) {
    return say(masses.length ? "no_result_vacuous" : "no_result_total", { effect: effect.title });
  }

  /* A conclusion in one sentence, with its range and belief. */
  function conclusionSentence(effect, conclusion, subject = "") {
    const { range, belief } = conclusion;
    if (range === null) return noResult(effect, conclusion);
    const happens = whatHappens(effect, range, subject);
    return say("conclusion", {
      happens,
      range: rangeText(range),
      belief: beliefText(belief),
      support: support(conclusion),
    });
  }

  /* The same without a number. */
  function plainConclusion(effect, conclusion, subject = "") {
    if (conclusion.range === null) return noResult(effect, conclusion);
    return say("plain_conclusion", { happens: whatHappens(effect, conclusion.range, subject) });
  }

  /* Says that a tie decided the range; empty if none did. */
  function tieSentence({ tied }) {
    return tied ? say("tie") : "";
  }

  /* 17 evidence models from 5 studies. */
  function evidenceBase({ evidence, studies }) {
    const models = countText(evidence.length, "evidence model");
    return say("evidence_base", { models, studies: countText(studies.length, "study", "studies") });
  }

  return {
    changeSentence,
    conclusionSentence,
    conflictSentence,
    evidenceBase,
    howContested,
    howSure,
    ignoranceSentence,
    plainConclusion,
    rangeText,
    rangeWords,
    support,
    tieSentence,
    whatHappens,
  };
}

/* A title as it reads in the middle of a sentence: comfort, but CO2 level. */
export function inSentence(title) {
  const rest = [...title.split(" ", 1)[0]].slice(1).join("");
  const lower = rest === rest.toLowerCase() && rest !== rest.toUpperCase();
  return lower ? title.replace(/^./u, (first) => first.toLowerCase()) : title;
}

function capital(text) {
  return text.replace(/^./u, (first) => first.toUpperCase());
}
