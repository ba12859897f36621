"""The picture of an article, with its bytes where they lie beside the treaty file."""

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from inforce.answers.article.value import Article, Picture

_KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
_MOST = 4_000_000
"""The bytes of a picture that an article takes in; a larger one is only named."""


def illustrated(article: Article, paths: Iterable[Path]) -> Article:
    """Take the picture of an article into it, if it lies in the folder of one of some files.

    An article that is one file can be kept, sent and printed without any other.
    """
    if article.picture is None:
        return article
    return replace(article, picture=_with_bytes(article.picture, paths))


def _with_bytes(picture: Picture, paths: Iterable[Path]) -> Picture:
    kind = _KINDS.get(Path(picture.file).suffix.lower())
    for folder in dict.fromkeys(Path(path).parent for path in paths):
        found = folder / picture.file
        inside = folder.resolve() in found.resolve().parents
        if kind and inside and found.is_file() and found.stat().st_size <= _MOST:
            data = b64encode(found.read_bytes()).decode()
            return replace(picture, data=f"data:{kind};base64,{data}")
    return picture
