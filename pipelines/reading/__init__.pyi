from . import alone as alone
from . import batch as batch
from . import schema as schema
from . import store as store
from .batch import Progress as Progress
from .readings import Reading as Reading
