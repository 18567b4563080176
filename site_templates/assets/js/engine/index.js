/* The synthesis engine in the browser: the same method, the same digits as the build, without a server.

   USE

     import { open } from "./engine/index.js";
     const engine = open(await (await fetch(".../data/explorer.json")).json());
     const scenario = engine.neutral("full");            // what the synthesis does
     scenario.without = ["a-study", "another/model"];    // what if ...
     const { evidenceModels, effects } = engine.run(scenario);
     const say = engine.sentences;
     effects.map((one) => say.conclusionSentence(engine.effect(one.effect), one, engine.document.review.subject));

   Nothing here touches the page, the network, the clock or chance: the same data file and scenario give the same
   result in every browser (see AGREEMENT). Records are plain and can be copied or sent as JSON.

   open(document) -> engine, from the data file (its shape: generator/views/explorer_document.py). Throws an Error with
   a plain sentence for another format.

   engine.document            the data file as it was given
   engine.effect(id)          one of its effects
   engine.neutral(synthesis)  -> the scenario that changes nothing about a synthesis (see SCENARIO)
   engine.complete(scenario)  -> the scenario with everything that it leaves out as its synthesis has it; throws an Error
                              with a plain sentence for anything unknown (an address may be old, or typed by hand)
   engine.run(scenario, effects = null)
                              -> {scenario, evidenceModels, effects}: the complete scenario, the ids it selects in
                              aggregation order, and one CONCLUSION for each effect that they report, in the order of
                              the data file (only of these effect ids, if given)
   engine.why(scenario, effect)
                              -> the choices that differ from the synthesis, most influential first (see why.js)
   engine.studyConflicts(conclusion)
                              -> [{studies: [a, b], weight}]: who contradicts whom (a = b: within a study)
   engine.studyBelief(study, unanswered = null)
                              -> {value, quality}, quality null where it is not known
   engine.bands(scenario)     -> Map from family to [{upTo, range}], the intensity bounds that the scenario uses
   engine.sentences           sentence makers (see sentences.js); they take a CONCLUSION

   Beside it: format.js shows numbers (beliefText, probabilityText, pointsText, ...), measures.js gives belief,
   plausibility and pignistic(masses) of any set of levels, scale.js has RANGES and LEVELS.

   SCENARIO: every part may be left out.
     synthesis        id; the first of the data file if left out. Says what is usual for everything below
     evidenceModels   null: those of the synthesis; or ids, in the order in which they are combined
     without          ids of studies and of evidence models that are left out
     filters          {aspects: {id: [values]}, studyTypes: [ids], years: [from, to], leastStudyBelief, leastQuality}
                      an evidence model passes if it has one of the values for each aspect that lists any (null among
                      them: the aspect is not known); years are inclusive, null is no limit; a study whose quality is
                      not known passes no leastQuality above 0
     discount         id of a discount policy; null: none, study beliefs as they are, unrounded
     reading          id of a reading policy
     threshold        its threshold, 0-1; if left out, the policy's own
     bounds           {}: as they are; a factor for all families; or {family: factor, or rising bounds in percent}
     dependence       "as_is", "mass_preserving", "equal_split", "one_per_study"; a study's number of evidence models
                      is that of those selected, whether or not they report the effect
     rule             "dempster", "yager", "dubois_prade", "unnormalised", "averaging"
     unanswered       null: each study's own rule; "dropped" or "count_as_zero" for all

   CONCLUSION
     effect, family   ids
     evidence         [{evidenceModel, study, range, improvement (percent; null for a stated range), studyBelief,
                      share (what dependence made of it), factors (of the discount), beliefValue}] in aggregation order
     studies          ids, by first appearance
     missing          ids of evidence models without a statistic that the discount policy needs; if there are any, the
                      effect has no result: everything below is null or empty
     masses           [{mask, mass}], masses above 0, by lowest and then highest level; empty under total conflict.
                      A mask is a set of levels (bit 0 the most negative); only Dubois and Prade's rule makes sets with gaps
     empty            mass that the unnormalised rule leaves on nothing; else 0
     range            {place, low, high, mask, width} of scale.js, levels 0-6; null if there is none
     belief, plausibility   of the range, 0-1; null without one
     ignorance        mass on the whole scale, 0-1; null under total conflict
     tied             whether a tie decided the range
     conflict         {lastStep, total, weight}, always those of Dempster's rule; total conflict: {null, 1, null}
     deltaPoints, change    change of belief in whole percentage points, and its class; null without a range

   AGREEMENT with the build: belief values in every bit, masses in every bit but near total conflict (there, and in
   weights of conflict, within 1e-12), and everything displayed in every digit and word:
   - doubles are added, multiplied and divided in the same order as in Python; sums are exact (exact.js);
   - study beliefs and shares are exact fractions and roots, rounded once;
   - exponentials may differ in the last bit between libraries, but are rounded to a few decimals next (discount.js);
   - logarithms (weights of conflict) are only displayed, and compared to nine decimals;
   - near total conflict, numbers whose exponents do not end replace doubles, here as there (scaled.js);
   - what is displayed is rounded to nine decimals first, so that no last bit can show. */

import { bandsOf, conclusions } from "./conclude.js";
import { studyConflicts } from "./conflict.js";
import { beliefIn, prepare } from "./prepare.js";
import { complete, neutral } from "./scenario.js";
import { sentences } from "./sentences.js";
import { why } from "./why.js";

export function open(document) {
  const prepared = prepare(document);
  return Object.freeze({
    document,
    sentences: sentences(document),
    effect: (id) => prepared.effects.get(id),
    neutral: (synthesis) => neutral(prepared, synthesis),
    complete: (scenario) => complete(prepared, scenario),
    run(scenario, effects = null) {
      const whole = complete(prepared, scenario);
      return { scenario: whole, ...conclusions(prepared, whole, effects) };
    },
    why: (scenario, effect) => why(prepared, complete(prepared, scenario), effect),
    studyConflicts: ({ evidence }) => studyConflicts(evidence),
    studyBelief: (study, unanswered = null) => beliefIn(prepared, study, unanswered),
    bands: (scenario) => bandsOf(prepared, complete(prepared, scenario).bounds),
  });
}
