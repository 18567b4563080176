/* The heads of the folded groups of choices: whether each is as published, or what was changed. */

import { countText } from "../engine/format.js";

const CHOICES = Object.freeze({
  discount: ["discount"],
  reading: ["reading", "threshold"],
  bounds: ["bounds"],
  dependence: ["dependence"],
  rule: ["rule"],
  unanswered: ["unanswered"],
});

/* Says it at every group of the form, for a complete scenario. */
export function markGroups(form, engine, scenario, neutral) {
  const changed = { studies: left(scenario), filters: filtered(scenario, neutral) };
  for (const [group, choices] of Object.entries(CHOICES)) {
    const differs = choices.some((choice) => JSON.stringify(scenario[choice]) !== JSON.stringify(neutral[choice]));
    changed[group] = differs ? named(engine.document, group, scenario) : "";
  }
  for (const [group, words] of Object.entries(changed)) {
    const details = form.querySelector(`[data-group="${group}"]`);
    details.querySelector("summary span").textContent = words ? `changed: ${words}` : "as published here";
    details.classList.toggle("lr-explorer--set", words !== "");
  }
}

function left({ without }) {
  return without.length ? `${countText(without.length, "study or model", "studies or models")} left out` : "";
}

function filtered({ filters }, neutral) {
  const names = Object.keys(neutral.filters).filter((name) => name !== "aspects");
  const others = names.filter((name) => JSON.stringify(filters[name]) !== JSON.stringify(neutral.filters[name]));
  const count = others.length + Object.keys(filters.aspects).length;
  return count ? countText(count, "condition") : "";
}

function named(document, group, scenario) {
  const titled = { discount: document.discount_policies, dependence: document.dependence, rule: document.rules };
  if (group in titled) return titled[group].find(({ id }) => id === scenario[group])?.title ?? "none";
  if (group === "bounds") return Object.values(scenario.bounds).map((factor) => `× ${factor}`).join(", ");
  if (group === "unanswered") return "one rule for all";
  const { title } = document.reading_policies.find(({ id }) => id === scenario.reading);
  return `${title}, threshold ${scenario.threshold}`;
}
