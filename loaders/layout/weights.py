"""The weights by which flattened tables are recovered: log-odds, set by hand on tests/readings.

One place for all of them; what each means stands beside it.
"""

from __future__ import annotations

from loaders.layout.columns import Role

__all__: list[str] = []

# Joining a line with the line above, in one cell.
LOWER = 3.0  # it begins in lower case
UPPER = -3.0  # it begins with a capital, times the share of lower case the word has inside sentences
NAME = -0.5  # it begins with a capital, whatever the word
DIGIT = -1.2  # it begins with a digit or a mark
HANGS = 3.0  # the line above cannot end a phrase
HANGS_PLURAL = 9.0  # it ends in a word that makes the next one plural: "Liên hiệp các"
HANGS_DIGIT = 1.0  # the same, before a digit
CUT_WORD = 5.0  # the line above ends inside a word or number
SEMICOLON = 3.0  # the line above ends in ";"
SAME_WORD = -4.0  # the line above ends in the word that it begins with
LISTED_TIME = -6.0  # the same, where the line above names no time and what follows is a whole one
WHOLE_TIME = -4.0  # the line above is a whole time, and what follows is none
STOPPED = -1.0  # the line above ends a sentence
KNOWN_PAIR = (
    1.0  # the two words at the joint stand side by side elsewhere in the document, by log2 of how often
)
KNOWN_PAIR_MOST = 2.5
LABELLED = -5.0  # it begins with a label
AT_FOOT = -1.0  # the line above is unfinished, at the foot of a page that cuts its row
BRACKET = 1.5  # it begins with an opening bracket
INSIDE = 4.0  # a bracket opened above is still open
BULLET = 1.0  # it begins with a bullet
TIGHT = -6.0  # no blank line between, on a page where lines of one cell have one
PARTED = -0.7  # a blank line between, on a page where most lines of one cell have none
TOGETHER = 0.7  # the lack of one there
WRAPPED = 0.7  # the next word would not have fitted in the column
ROOMY = -1 / 600  # it would have fitted, for each thousandth of the type size left free …
ROOM_DOUBT = (0.04, 150)  # … beyond this share of the column and this much
ROOMY_MOST = -4.5
ROOMY_LIST = 0.35  # weight of the room left where the line above ends an item
BLANK = -0.3  # an empty line inside a cell
BLANKS = -3.0  # the same, where the line holds several spaces: one for each empty cell

# Beginning a cell.
SPLIT = -3.0  # on the same printed line as the cell before
NAMED_AGAIN = 3.0  # the same words stand in the cell before
SPLIT_CUT = -2.5  # the same, in a row that a page cut, besides
SPLIT_TALL = -4.0  # … after a cell of several lines, whose last line is seldom as high as another's first
BULLET_START = -2.0  # with a bullet, in a column of agencies or times
LOWER_START = -3.0  # in lower case
TOO_WIDE = -20.0  # times the share by which a line is wider than its column
TOO_WIDE_LOOSE = -1.5  # the same, where only the header told how wide
TOO_WIDE_MOST = -6.0
WIDTH_SLACK = 0.03
WORDED = 5.0  # "Hoạt động 2:" in the column of activities (minus elsewhere)
ORDINAL = 4.0  # label "3.2" in the column headed "3. Hoạt động" (minus elsewhere)
DEPTH = 1.5  # label of as many parts as the column is deep
COUNTED = 3.0  # a number that goes on counting the rows, in their column
UNCOUNTED = -3.0  # a number that does not, where others do
BARE_NUMBER = 3.0  # a label alone in the column of numbers
NO_LABEL = -3.0  # no label where the column's cells nearly all have one
NUMBER_TEXT = -8.0  # words in the column of numbers
TIME_TEXT = -4.0  # a whole time as what is to be done

REPEATED = 0.4  # a line that comes again: times the log of how often it began a cell against how often not
REPEATED_MOST = 1.0

SURE = 5.0  # from here on a line goes on, wherever it may stand: nothing else is tried
HOPELESS = -9.0  # up to here it does not, wherever it may stand

BEAM = 16.0  # readings so far behind the best are given up

# Rows.
SECTION = 5.0  # a line with a roman number and a title
PAGE_CUT = -2.0  # a row goes on at the top of a page
CUT_NOTHING = -5.0  # there is no cell above to go on with
CUT_CELL = -1.0  # each further cell that goes on
CUT_FRESH = -2.0  # a cell begins in a row that a page cut
CUT_ROLE = {
    Role.NUMBER: -8.0,
    Role.TIME: -2.0,
    Role.BUDGET: -2.0,
    Role.EXTRA: -2.0,
}  # columns whose cells hardly go on
CUT_SUITS = 0.5  # weight of what a going-on line in small letters says of its column
CUT_AGAIN = 4.0  # the line stands below the last one of the cell elsewhere, too
CUT_SKIP = 0.15  # cost of a column that does not go on
CUT_HANGS = 3.0  # the same, where its cell is unfinished
UNDER = 6.0  # cost of no target or task in a section's first row, or of no task under a new target
END_MOST = 6.0  # the most that missing cells at a row's end cost

ABSENT = {
    Role.NUMBER: 0.5,
    Role.TARGET: 0.1,
    Role.TASK: 0.3,
    Role.ACTIVITY: 3.0,
    Role.CONTENT: 3.0,
    Role.PRODUCT: 2.0,
    Role.LEAD: 2.5,
    Role.COORD: 2.0,
    Role.TIME: 2.0,
    Role.BUDGET: 0.7,
    Role.EXTRA: 0.5,
}
"""Cost of a column that leaves nothing in a row, until the table itself tells."""
EMPTY = {
    Role.NUMBER: -2.0,
    Role.TARGET: -1.5,
    Role.TASK: -2.5,
    Role.ACTIVITY: -3.0,
    Role.CONTENT: -5.0,
    Role.PRODUCT: -1.5,
    Role.LEAD: -2.0,
    Role.COORD: -1.2,
    Role.TIME: -1.5,
    Role.BUDGET: 0.8,
    Role.EXTRA: 0.8,
}
"""Log-odds of a printed empty cell, until the table itself tells."""
EMPTY_LEAST = -2.5
"""The least that the table may be seen to say for an empty cell."""
SURE_FILL = {Role.ACTIVITY: 1.5, Role.LEAD: 1.2, Role.COORD: 1.2, Role.TIME: 1.2}
"""Columns that the table may not be seen to leave out more cheaply than this."""
ROW_START = {Role.NUMBER: 0.0, Role.TARGET: -0.3, Role.TASK: -0.3, Role.ACTIVITY: -0.5, Role.CONTENT: -0.5}
"""Log-odds of a row beginning in a column; other columns begin none."""
