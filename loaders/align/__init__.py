"""Alignment: which rows of the plan above a row of a plan carries out, with a score and reasons."""

from loaders.align.aligner import Aligner, Alignment, Proposal, align
from loaders.align.families import Family, align_families
from loaders.align.model import Model, shipped

__all__ = ["Aligner", "Alignment", "Family", "Model", "Proposal", "align", "align_families", "shipped"]
