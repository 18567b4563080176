/* Why does a scenario come to another conclusion? Each choice is put back as the synthesis has it, one at a time. */

import { conclusions } from "./conclude.js";
import { RANGES } from "./scale.js";
import { chosen, neutral } from "./scenario.js";

const CHOICES = ["discount", "reading", "threshold", "bounds", "dependence", "rule", "unanswered"];

/* The choices of a complete scenario that differ from its synthesis, the most influential about one effect first:
   [{choice, study, influence, restores, conclusion}]. choice is one of CHOICES, or "study" (one study's evidence models
   as the synthesis has them), or "evidence" (all of them). conclusion is what the scenario finds with the choice put
   back (null: no evidence), restores says whether its range is the official one again, and influence, 0–1, is how much
   mass moves. */
export function why(prepared, scenario, effect) {
  const official = neutral(prepared, scenario.synthesis);
  const find = (one) => conclusions(prepared, one, [effect]).effects[0] ?? null;
  const [usual, found] = [find(official), find(scenario)];
  return putBack(prepared, scenario, official)
    .map(({ choice, study = null, scenario: other }) => {
      const conclusion = find(other);
      const restores = (conclusion && conclusion.range) === (usual && usual.range);
      return { choice, study, influence: distance(found, conclusion), restores, conclusion };
    })
    .sort((a, b) => b.restores - a.restores || b.influence - a.influence);
}

function putBack(prepared, scenario, official) {
  const changed = CHOICES.filter((choice) => differs(scenario[choice], official[choice]));
  const single = changed.map((choice) => ({ choice, scenario: { ...scenario, [choice]: official[choice] } }));
  return [...single, ...otherEvidence(prepared, scenario, official)];
}

function otherEvidence(prepared, scenario, official) {
  const [own, usual] = [chosen(prepared, scenario), chosen(prepared, official)];
  if (!differs(own, usual)) return [];
  const order = [...new Set([...usual, ...own])];
  const studyOf = (id) => prepared.models.get(id).study;
  const of = (ids, study) => ids.filter((id) => studyOf(id) === study);
  const select = (ids) => ({ ...scenario, evidenceModels: ids, without: [], filters: official.filters });
  const studies = [...new Set(order.map(studyOf))].filter((study) => differs(of(own, study), of(usual, study)));
  const each = studies.map((study) => {
    const kept = new Set(own.filter((id) => studyOf(id) !== study).concat(of(usual, study)));
    return { choice: "study", study, scenario: select(order.filter((id) => kept.has(id))) };
  });
  return studies.length > 1 ? [...each, { choice: "evidence", scenario: select(usual) }] : each;
}

/* Half the sum of all differences of masses, 0–1; no conclusion counts as knowing nothing. */
function distance(one, other) {
  const difference = new Map([[RANGES[6].mask, 0]]);
  const add = (conclusion, sign) => {
    for (const { mask, mass } of conclusion?.masses ?? [{ mask: RANGES[6].mask, mass: 1 }]) {
      difference.set(mask, (difference.get(mask) ?? 0) + sign * mass);
    }
  };
  add(one, 1);
  add(other, -1);
  return [...difference.values()].reduce((sum, value) => sum + Math.abs(value), 0) / 2;
}

function differs(one, other) {
  return JSON.stringify(one) !== JSON.stringify(other);
}
