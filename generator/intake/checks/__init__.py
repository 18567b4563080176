"""What must hold within and between files. One rule per module; each has ``check(draft)`` and yields errors.

Rules walk the trees and judge what is there: whether something may be absent, or of another kind, is the
business of ``generator.intake.schema``.
"""
