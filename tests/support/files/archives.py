"""Archives as programs in China write them.

Belongs here: packing files into one. Does not belong here: what is packed (rewriting).
"""

import io
import zipfile


class Named(zipfile.ZipInfo):
    """A member whose name is written in GBK without saying so."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def packed(members: dict[str, bytes]) -> bytes:
    """An archive of files: name → bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(Named(name), content)
    return out.getvalue()
