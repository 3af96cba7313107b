"""Common wholes: shares that one sentence says in the same words are of the same whole, whatever else one of them happens to fit.

Belongs here: which whole the shares of a sentence have in common.
Does not belong here: what a single share may be of, whether it fits (disambiguation).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from pipelines.prose.claims import Claim


def common_wholes(claims: Iterable[Claim]) -> dict[int, str]:
    """Return, by their order, the shares that fit no whole or another one than the others of their sentence, with that of the others.

    占总支出的89.50%；…占总支出的12.53%: what the first is of, the second is of, and wrong. 占 alone names no whole, parts of parts are
    said so too; small firms are said to be 占政府采购支出总额 where they are of others.
    """
    alike: dict[tuple[int, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        names_whole = claim.base not in ("", "unstated") and claim.section != "procurement"
        if claim.role == "share" and claim.span and names_whole:
            alike[claim.span.sentence, claim.section, claim.base].append(claim)
    found: dict[int, str] = {}
    for shares in alike.values():
        wholes = Counter(share.fitted for share in shares if share.fitted).most_common(2)
        if not wholes or (len(wholes) > 1 and wholes[0][1] == wholes[1][1]):
            continue
        whole = wholes[0][0]
        found |= {share.order: whole for share in shares if whole and share.fits is not None and share.fitted != whole}
    return found
