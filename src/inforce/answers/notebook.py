"""Show answers in a notebook."""

from html import escape

from inforce.answers.answer import Answer
from inforce.answers.telling import headline, subject


def html_from_answer(answer: Answer) -> str:
    """Return an answer as HTML: what was asked, the status, and the reasons folded under it."""
    head = (
        f"<strong>{escape(subject(answer))}</strong> on {escape(answer.on or '')}, view {escape(answer.view)}"
    )
    reasons = "".join(
        f'<li style="margin-left:{reason.depth * 1.5}em">{escape(reason.kind)} {escape(reason.text)} '
        f"<em>{escape(reason.voice)}</em> {escape(reason.cite)}</li>"
        for reason in answer.because
    )
    told = f"<p>{head}<br>{escape(headline(answer))}</p>"
    return f"<div>{told}<details><summary>Why</summary><ul>{reasons}</ul></details></div>"
