"""What an evidence model says about one effect: measured pairs, reported statistics, or a stated range."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.common import RangeCode
from generator.intake.schema.refusing import Form
from generator.intake.schema.values import FILLED_LIST, Count, Id, NotNegative, Number, Text


class PairForm(Form):
    """One paired observation: the same subject without and with the technology."""

    baseline: Number = Field(description="The value without the technology; not 0.")
    treated: Number = Field(description="The value with the technology, in the same unit.")
    runs: Count | None = Field(None, description="How many runs each value averages.")
    subject: Text | None = Field(None, description="What was observed, for example a model and a data set.")
    where: Text | None = Field(None, description='The place in the source, for example "Table 3, p. 7".')


class PairsForm(Form):
    """Measured values, in pairs."""

    unit: Id = Field(description="The unit of all values; the metric says which units it allows.")
    clusters: Count | None = Field(None, description="How many independent groups the pairs form.")
    stated_mean: Number | None = Field(
        None, description="The mean improvement in percent that the source itself states; compared with the pairs."
    )
    values: Annotated[tuple[PairForm, ...], FILLED_LIST] = Field(description="The pairs.")


class ReportedForm(Form):
    """Statistics of the relative improvement in percent; positive means better for the user."""

    mean: Number = Field(description="Mean relative improvement in percent; positive is better.")
    std: NotNegative | None = Field(None, description="Its standard deviation (n − 1), in percentage points.")
    iqr: NotNegative | None = Field(None, description="Its interquartile range, in percentage points.")
    n: Count | None = Field(None, description="How many paired observations are behind the mean, if known.")
    clusters: Count | None = Field(None, description="How many independent groups they form; needed without n.")


class StatedForm(Form):
    """A range that a qualitative study states in words."""

    range: RangeCode = Field(
        description="One level or two adjacent ones: SN NE WN IF WP PO SP, for example WP or WP-PO."
    )
    because: Text = Field(description="The sentence of the source that justifies the range.")


class EffectForm(Form):
    """One effect. It has exactly one of pairs, reported and stated."""

    metric: Id | None = Field(None, description="What was measured; the effect's first metric if left out.")
    where: Text | None = Field(None, description='The place in the source, for example "Table 3, p. 7".')
    note: Text | None = Field(None, description="What a careful reader should know.")
    pairs: PairsForm | None = Field(None, description="Measured values without and with the technology.")
    reported: ReportedForm | None = Field(None, description="Statistics as the source reports them.")
    stated: StatedForm | None = Field(None, description="A range stated in words.")
