from .engines import are_installed as are_installed
from .engines import versions as versions
from .scans import read_scans as read_scans
