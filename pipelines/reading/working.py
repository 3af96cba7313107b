"""Working: the life of a worker in its own process.

Belongs here: what it loads, how it enters its cage, doing tasks one after the other, ending with the one that started it. Does not belong
here: watching it from outside (worker), the tasks.
"""

import faulthandler
import gc
import importlib
import os
import signal
import threading
from multiprocessing import parent_process
from multiprocessing.connection import Connection

from pipelines.cage import Cage, enter
from pipelines.reading import answers
from pipelines.sparing import keep_out, without_numpy


def work(pipe: Connection, at_most: float, cage: Cage | None, module: str) -> None:
    """The life of a worker: one task after the other, until the pipe is closed or the one that started it is gone.

    module: where its tasks are, imported before it enters its cage, with what it names as LOADED_FIRST.
    """
    keep_out()
    gc.disable()
    with without_numpy():
        importlib.import_module("pyarrow")
    for name in getattr(importlib.import_module(module), "LOADED_FIRST", ()):
        importlib.import_module(name)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # ignored where dagster made this process, which would be inherited
    lacking = enter(cage) if cage else []
    threading.Thread(target=end_with_parent, daemon=True).start()
    gc.freeze()  # what the imports made stays, and is not looked through with each report
    gc.enable()
    answers.send(pipe.fileno(), "; ".join(lacking))
    while True:
        try:
            task, arguments = pipe.recv()
        except EOFError:
            return
        faulthandler.dump_traceback_later(at_most, exit=True)
        value, raised = None, None
        try:
            value = task(*arguments)
        except Exception as error:
            raised = error
        faulthandler.cancel_dump_traceback_later()
        answers.send(pipe.fileno(), value, raised)


def end_with_parent() -> None:
    """End this process where the one that started it is gone: nobody waits for its result, nobody else would stop it."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
