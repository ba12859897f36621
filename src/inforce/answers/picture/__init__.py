"""Pictures: a treaty and its parts over time, as SVG that prints and reads without colour."""

from inforce.answers.picture.decide import picture
from inforce.answers.picture.value import Picture

__all__ = ["Picture", "picture"]
