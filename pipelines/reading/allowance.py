"""Allowance: the time a process may take: so much of a processor, and by the clock so much more that a busy machine does not use it up.

Belongs here: whether the time of a process is over. Does not belong here: processes, memory, what follows (worker).
"""

from collections.abc import Callable
from time import monotonic

from pipelines.limits import PATIENCE


class Allowance:
    """Seconds of processor time from now on, and PATIENCE times as many by the clock.

    spent: the seconds of processor time the process has taken since it began; clock: seconds since any moment.
    """

    def __init__(self, seconds: float, spent: Callable[[], float], clock: Callable[[], float] = monotonic) -> None:
        self._spent, self._clock = spent, clock
        self._spent_at_most, self._until = spent() + seconds, clock() + PATIENCE * seconds

    def is_over(self) -> bool:
        """Whether either of them is used up."""
        return self._spent() > self._spent_at_most or self._clock() > self._until
