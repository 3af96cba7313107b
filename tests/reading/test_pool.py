"""Tasks of our own side by side: what they give, what they raise, and that their processes end."""

import multiprocessing
import os
import time

import pytest

from pipelines.reading import crews, workers
from pipelines.settings import LOCAL


def test_each_is_done_in_another_process():
    done = list(crews.each(LOCAL, os.getpid, [(), ()], 2))
    assert len(done) == 2
    assert os.getpid() not in done
    assert list(crews.each(LOCAL, os.getpid, [(), ()])) == [os.getpid()] * 2
    assert list(crews.each(LOCAL, os.getpid, [()], 2)) == [os.getpid()], "one alone is worth no process"


def test_what_one_raises_ends_the_others():
    with pytest.raises(ValueError, match="sleep length"):
        list(crews.each(LOCAL, time.sleep, [(600,), (-1,)], 2))
    assert not multiprocessing.active_children()


def test_one_that_is_killed_is_told():
    with pytest.raises(workers.Stopped, match="ended from outside"):
        list(crews.each(LOCAL, os._exit, [(9,), (9,)], 2))
    assert not multiprocessing.active_children()
