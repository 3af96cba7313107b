from .engines import LEFT as LEFT
from .engines import versions as versions
from .scans import Postponed as Postponed
from .scans import leave_scans as leave_scans
from .scans import postpone_scans as postpone_scans
from .scans import read_scans as read_scans
