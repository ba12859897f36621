"""How Hypothesis searches: the same way every time by default, at random when asked.

`pytest --hypothesis-profile=explore` looks for new counter-examples and makes them small; one that it finds becomes
an `@example`. By default a counter-example is shown as it was found, so that a broken build says so at once.
"""

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "ci",
    max_examples=50,
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile("ci")
