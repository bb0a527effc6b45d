"""What people add: sheets in the folder people/, read line by line and attached to the rows they speak of.

Nothing is ever written into the folder, and nothing in it is dropped: a line that cannot be applied is told
with its file, sheet and row, and stays where it is.
"""

from __future__ import annotations

from loaders.people.apply import Applied, abbreviations_in, corrected_reading
from loaders.people.attach import Attachment, How, Rows, attach
from loaders.people.correct import Corrected
from loaders.people.folder import People, folder_of
from loaders.people.links import Decision
from loaders.people.note import Note, Place
from loaders.people.plans import KnownPlan
from loaders.people.ref import Ref, digest
from loaders.people.settle import Settled, settle
from loaders.people.training import Pair, training_pairs

__all__ = [
    "Applied",
    "Attachment",
    "Corrected",
    "Decision",
    "How",
    "KnownPlan",
    "Note",
    "Pair",
    "People",
    "Place",
    "Ref",
    "Rows",
    "Settled",
    "abbreviations_in",
    "attach",
    "corrected_reading",
    "digest",
    "folder_of",
    "settle",
    "training_pairs",
]
