"""How fast and how exact the aggregation is, beside every library that installs: ``make bench``.

Everything runs in one process, pinned to one core, on the same inputs; times are medians, and what is timed has first
been found right. A library that is wrong or fails is reported as such and not timed.
"""
