"""Where things stand in the kernel's two arrays, and the numbers that stand for nothing.

A *plan* is a circuit, a *room* is what one run of it writes to; each is one array of int64, cut into parts as told
here. Every name is a number that compiled code knows while it is compiled.
"""

from inforce.engine.circuit import LASTING, MAYBE, NO, NONE, TODAY, YES, Kind
from inforce.engine.run import BEFORE_ALL, NEVER
from inforce.temporal import BEGINNING, FOREVER

__all__ = ["BEFORE_ALL", "BEGINNING", "FOREVER", "LASTING", "MAYBE", "NEVER", "NO", "NONE", "TODAY", "YES"]

UNSET = -(2**62)
"""No day: an event that is not sure, a range that is not open."""

WORD = 64
"""Bits in a word of nodes that are due."""

# Operations: the states first, then the events

STATE_INPUT, CONSTANT, NOT, AND, OR, COUNT, PICK, CHAIN, LATCH = range(9)
EVENT_INPUT, ANY, GATE, ACT, RISE, TIMER, TERM = range(9, 16)
FIRST_EVENT = EVENT_INPUT
OPERATIONS = {kind: int(globals()[kind.name]) for kind in Kind}

# The head of a plan: how many nodes, words and outputs; where its parts begin. Then a row for each node.

NODES, WORDS, OUTPUTS, OUTPUTS_AT, START_AT, LASTING_AT, MEMORIES, BEGINS_ANEW, OPENS = range(9)
FIRST_NODE = 16

# A row of a node. Inputs are places in the room, the rest are places in the plan.

OPERATION, FIRST, SECOND, THIRD, LIST, LIST_END, PARAMETER, MEMORY, OUTPUT, READERS, READERS_END = range(11)
VERDICTS = 11
NODE_COLUMNS = 12

# The head of a room: registers, then where its parts begin

DAY, MOMENTS, HEAP, NEXT, LAST, FULL, ROWS, CHANGED, CASE, FROZEN = range(10)
DUE_AT, ROOM_LASTING_AT, HAPPENED_AT, OPEN_AT, HEAP_AT, HEAP_END, FOUND_AT, MEMORY_AT = range(10, 18)
MEMORY_SIZE, CAPACITY, FROZEN_AT, FOUND, WIDE = range(18, 23)
FIRST_PLACE = 32

# Eight places a node: how it stands. VALUE and NEGATED are what its readers read.

VALUE = 0
NEGATED, BEFORE, CHANGED_ON, LAST_ON, LAST_OFF = range(1, 6)
SETTLED, LASTED_UNTIL, SURE, SECURE = range(1, 5)
POSSIBLE_SINCE = 5
INCOMING = 6
VERDICT = 7
PLACES = 8

# A row of an offset, of a term; what a timer or a term remembers

AFTER, BACK, FOLLOWING, DAYS, ON, MONTH, MONTH_DAY = 0, 3, 6, 7, 8, 9, 10
LENGTH, PERIOD, RENEWED, LATEST = 0, 3, 6, 7
RANGES, SETTLES, OPEN, ENDS, SURE_FIRST, SURE_LAST, ANY_DAY, CANCELLED_ON, SEEN = range(9)
RANGES_AT = 10

# A row of what comes out

ROW_CASE, ROW_OUTPUT, ROW_SINCE, ROW_UNTIL, ROW_VALUE = range(5)
ROW_COLUMNS = 5
