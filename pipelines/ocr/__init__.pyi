from .engines import versions as versions
from .scans import Postponed as Postponed
from .scans import postpone_scans as postpone_scans
from .scans import read_scans as read_scans
