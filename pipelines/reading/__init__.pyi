from . import alone as alone
from . import batch as batch
from . import changing as changing
from . import damage as damage
from . import schema as schema
from . import store as store
from .progress import Progress as Progress
from .readings import Reading as Reading
