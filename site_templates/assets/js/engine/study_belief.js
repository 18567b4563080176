/* How far a study is believed (mirrors generator/conversion/study_belief.py), in exact fractions until the last step. */

import { nearest, written } from "./exact.js";

const ZERO = "count_as_zero";

/* {value, quality} of a study: B = lower end of its type's band + band width × quality. quality is null where a
   publication gave B without its answers. unanswered overrides the study's own rule for questions with only n/a. */
export function studyBelief(study, lower, bandWidth, unanswered = null) {
  if (study.given !== null) return { value: study.given, quality: null };
  const [top, bottom] = quality(study.answers, unanswered ?? study.unanswered);
  const [l, lBottom] = written(lower);
  const [w, wBottom] = written(bandWidth);
  const value = nearest(l * wBottom * bottom + w * top * lBottom, lBottom * wBottom * bottom);
  return { value, quality: nearest(top, bottom) };
}

/* The mean score, as a fraction, of questions answered [yes, no] times. */
function quality(answers, unanswered) {
  const answered = answers.filter(([yes, no]) => yes + no > 0);
  const questions = unanswered === ZERO ? answers.length : answered.length;
  if (!questions) return [0n, 1n];
  let [top, bottom] = [0n, 1n];
  for (const [yes, no] of answered) {
    const all = BigInt(yes + no);
    [top, bottom] = [top * all + BigInt(yes) * bottom, bottom * all];
  }
  return [top, bottom * BigInt(questions)];
}
