"""How robust conclusions are, in sentences and tables: a file per question, named after it.

A page needs ``verdict.verdict_sentence``, ``verdict.in_short``, ``question.question_views`` and ``subgroups``.
"""
