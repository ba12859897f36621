"""How Hypothesis searches: the same way every time by default, at random when asked.

`pytest --hypothesis-profile=explore` looks for new counter-examples; one that it finds becomes an `@example`.
"""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    max_examples=50,
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile("ci")
