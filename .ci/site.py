"""Site: what mkdocs has to know of this project: pages from outside docs/, and links to files that are no pages.

Belongs here: README.md as the first page, a link to a file of the project as its name. Does not belong here: what a page says.
A link to a file that is not there stays as it is, so that mkdocs, which is strict, tells of it.
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

PROJECT = Path(__file__).resolve().parent.parent
PAGES = {"README.md": "index.md", "CONTRIBUTING.md": "CONTRIBUTING.md", "CHANGELOG.md": "CHANGELOG.md"}
"""File of the project → its page; the others are those of docs/."""
_LINK = re.compile(r"\[([^\]]*)\]\((?![a-z]+:)([^)#\s]+)(#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that lie outside docs/."""
    for name, page in PAGES.items():
        files.append(File.generated(config, page, content=(PROJECT / name).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Have links lead to pages of the site."""
    is_outside = page.file.src_uri in PAGES.values()
    folder = PROJECT if is_outside else Path(config.docs_dir)
    return _LINK.sub(lambda link: _led(link, folder, Path(config.docs_dir)), markdown)


def _led(link: re.Match[str], folder: Path, docs: Path) -> str:
    """A link as the site has it: to a page, or the name of a file of the project that is none."""
    text, target, anchor = link[1], (folder / link[2]).resolve(), link[3] or ""
    if not target.exists():
        return link[0]
    if target.is_relative_to(docs):
        return f"[{text}]({target.relative_to(docs).as_posix()}{anchor})"
    name = target.relative_to(PROJECT).as_posix()
    return f"[{text}]({PAGES[name]}{anchor})" if name in PAGES else f"{text} (`{name}`)"
