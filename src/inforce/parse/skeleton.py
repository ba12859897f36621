"""The text with which a new treaty file begins."""

import re

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_TEXT = """\
# {title}

Prose is for people: write here what the treaty is about and where its text can be read. Only what stands
between the marks below has a meaning for the program.

## The treaty

```treaty
treaty-format 1

; A comment begins with a semicolon. One line says one thing, and what belongs to it is indented by two.
; `inforce check` reads this file, tells what is wrong with it, and tries the `expect` lines at its end.

treaty {name}
  title        "{title}"
  parties      ABC, XYZ
  in force     upon ratification by each party
  term         5 years
  then         indefinitely
  silent on    breach, suspension                                      ; the text says nothing of them

actor ABC "First party"
actor XYZ "Second party"
```

## Its clauses

```treaty
; Clauses keep the numbers that the treaty gives them.
clause 1
  each party shall respect the frontier

; A power says who may act, when, by what notice, and what then happens to whom.
clause 2
  each party may denounce
  to           the other
  not before   the end of the first term
  by notice of 1 year from receipt by the other
  effect       the treaty ends
```

## What happened

```treaty
; A record reads date, actor, verb, object. Put a citation such as [@key, p. 3] in place of `unverified`;
; the key is that of a source in sources.json beside this file.
2001-03-01     ABC, XYZ sign {name}
  unverified   "no source yet"
2001-06-15     ABC ratifies {name}
  unverified   "no source yet"
2001-09-20     XYZ ratifies {name}
  unverified   "no source yet"
```

## What must follow

```treaty
; These are the treaty's own tests.
expect 2001-07-01: signed
expect 2002-01-01: in force
```
"""


def skeleton(name: str) -> str:
    """Write a small treaty file under a name, complete and without problems, for a person to change.

    The text is Markdown with fences, for a file called `<name>.treaty.md`, and laid out as `format_text`
    lays it out.

    Raises:
        ValueError: if the name is not in kebab-case, as names of treaties are.

    >>> skeleton("border-treaty-2001").splitlines()[0]
    '# Border treaty 2001'
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"The name of a treaty is in kebab-case, such as border-treaty-2001, not {name!r}.")
    return _TEXT.format(name=name, title=name.replace("-", " ").capitalize())
