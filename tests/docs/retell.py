"""Write anew what the commands in the documentation print: python -m tests.docs.retell [PAGE …].

For a change that means to change an answer. Look at the difference before you keep it.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.pages import PAGES, PICTURES, pictures_in, retold


def main(names: list[str]) -> None:
    pages = [Path(name).resolve() for name in names] or list(PAGES)
    for page in pages:
        with TemporaryDirectory() as folder:
            os.chdir(folder)
            os.environ["XDG_CACHE_HOME"] = folder
            text, _ = retold(page, Path(folder).resolve())
            for name, drawn in pictures_in(Path(folder)).items():
                (PICTURES / name).write_text(drawn, encoding="utf-8")
        if text != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8")
            print(page)


if __name__ == "__main__":
    main(sys.argv[1:])
