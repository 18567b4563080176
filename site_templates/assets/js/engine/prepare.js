/* The data file (generator/views/explorer_document.py) with everything that is looked up often within reach. */

import { rangeOf } from "./scale.js";
import { studyBelief } from "./study_belief.js";

const FORMAT = 1;

export function prepare(document) {
  if (document?.format !== FORMAT) throw new Error(`the data file has the format ${document?.format}, not ${FORMAT}`);
  const types = byId(document.study_types);
  const studies = new Map(
    document.studies.map((study) => [study.id, { ...study, lower: types.get(study.type).lower, beliefs: new Map() }]),
  );
  return {
    document,
    effects: byId(document.effects),
    families: new Map(document.families.map((family) => [family.id, family.bands.map(asBand)])),
    studies,
    models: new Map(document.studies.flatMap(({ id, evidence_models: models }) => models.map(asModel(id)))),
    syntheses: byId(document.syntheses),
    discounts: byId(document.discount_policies),
    readings: byId(document.reading_policies),
  };
}

/* {value, quality} of a study, under its own rule for unanswered questions or another one. */
export function beliefIn(prepared, study, unanswered) {
  const found = prepared.studies.get(study);
  if (!found.beliefs.has(unanswered)) {
    found.beliefs.set(unanswered, studyBelief(found, found.lower, prepared.document.band_width, unanswered));
  }
  return found.beliefs.get(unanswered);
}

function byId(records) {
  return new Map(records.map((record) => [record.id, record]));
}

function asBand({ up_to: upTo, range }) {
  return { upTo, range: rangeOf(...range) };
}

function asModel(study) {
  return ({ id, aspects, effects }) => [id, { id, study, aspects, entries: effects.map(asEntry) }];
}

function asEntry({ effect, stated, measured = null }) {
  return { effect, stated: stated ? rangeOf(...stated) : null, measured, factors: new Map() };
}
