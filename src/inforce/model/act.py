"""The closed list of treaty acts: their names, the words that record them and what they act upon."""

from msgspec import Struct


class Verb(Struct, frozen=True):
    """One act: its name, its words after one actor and after several, and the kind of its object.

    ``object`` is ``treaty``, ``clauses``, ``reservation``, ``act`` (a label), ``group``, ``actor``, ``text`` or
    ``none``. ``power`` is the power that the act uses; empty where the act needs none (a protest moves nothing).
    ``tail`` are the words that stand behind the object.
    """

    name: str
    words: tuple[str, ...]
    object: str
    power: str = ""
    meaning: str = ""
    tail: str = ""


VERBS: tuple[Verb, ...] = (
    Verb("open", ("opens", "open"), "treaty", meaning="opening for signature", tail="for signature"),
    Verb("sign", ("signs", "sign"), "treaty", meaning="signature"),
    Verb(
        "sign-definitively",
        ("signs definitively", "sign definitively"),
        "treaty",
        meaning="definitive signature",
    ),
    Verb(
        "communicate",
        ("communicates", "communicate"),
        "treaty",
        meaning="communication to the parties",
        tail="to the parties",
    ),
    Verb("reject", ("rejects", "reject"), "treaty", meaning="rejection"),
    Verb("ratify", ("ratifies", "ratify"), "treaty", meaning="ratification"),
    Verb("accept", ("accepts", "accept", "notifies acceptance of"), "treaty", meaning="acceptance"),
    Verb("approve", ("approves", "approve", "notifies approval of"), "treaty", meaning="approval"),
    Verb("accede", ("accedes to", "accede to", "adheres to", "adhere to"), "treaty", meaning="accession"),
    Verb(
        "deposit",
        (
            "deposits its instrument for",
            "deposit their instruments for",
            "deposits its ratification of",
            "deposit their ratifications of",
        ),
        "treaty",
        meaning="deposit",
    ),
    Verb(
        "exchange", ("exchanges ratifications of", "exchange ratifications of"), "treaty", meaning="exchange"
    ),
    Verb("conclude", ("concludes", "conclude"), "treaty", meaning="conclusion"),
    Verb(
        "apply",
        ("agrees to apply", "agree to apply"),
        "treaty",
        meaning="agreement on provisional application",
        tail="provisionally",
    ),
    Verb(
        "decline",
        ("declares that it will not apply", "declare that they will not apply"),
        "treaty",
        "decline",
        "declaration against provisional application",
        "provisionally",
    ),
    Verb(
        "refuse",
        ("notifies that it will not become a party to", "notify that they will not become parties to"),
        "treaty",
        "refuse",
        "notice not to become a party",
    ),
    Verb(
        "notify-succession",
        ("notifies succession to", "notify succession to"),
        "treaty",
        meaning="notification of succession",
    ),
    Verb(
        "agree-succession",
        ("agrees to continue", "agree to continue"),
        "treaty",
        meaning="agreement on succession",
    ),
    Verb(
        "denounce",
        ("denounces", "denounce", "gives notice of denunciation of"),
        "treaty",
        "denounce",
        "denunciation",
    ),
    Verb(
        "withdraw",
        ("withdraws from", "withdraw from", "gives notice of withdrawal from"),
        "treaty",
        "withdraw",
        "withdrawal",
    ),
    Verb(
        "terminate",
        ("terminates", "terminate", "gives notice of termination of"),
        "treaty",
        "terminate",
        "termination",
    ),
    Verb(
        "annul",
        ("agrees that", "agree that"),
        "treaty",
        meaning="agreement that the treaty is void",
        tail="is void",
    ),
    Verb(
        "impeach",
        ("invokes the invalidity of", "invoke the invalidity of"),
        "treaty",
        "impeach",
        "invocation of invalidity",
    ),
    Verb(
        "affirm",
        (
            "affirms the validity of",
            "affirm the validity of",
            "affirms the continuation of",
            "affirm the continuation of",
        ),
        "treaty",
        meaning="affirmation of validity",
    ),
    Verb("suspend", ("suspends", "suspend", "agree to suspend"), "treaty", "suspend", "suspension"),
    Verb("resume", ("resumes", "resume", "agree to resume"), "treaty", "resume", "resumption"),
    Verb(
        "suspend-notice",
        ("suspends the notice", "suspend the notice"),
        "act",
        "suspend-notice",
        "suspension of a notice",
    ),
    Verb(
        "resume-notice", ("resumes the notice", "resume the notice"), "act", meaning="resumption of a notice"
    ),
    Verb(
        "suspend-between",
        ("suspends … between them", "agree to suspend … between them"),
        "treaty",
        "suspend-between",
        "suspension between some parties",
    ),
    Verb(
        "suspend-towards",
        ("suspends … towards", "suspend … towards"),
        "treaty",
        "suspend-towards",
        "suspension towards one party",
    ),
    Verb(
        "suspend-for-itself",
        ("suspends … for itself", "suspend … for themselves"),
        "treaty",
        "suspend-for-itself",
        "suspension for itself alone",
    ),
    Verb(
        "terminate-towards",
        ("terminates … towards", "terminate … towards"),
        "treaty",
        "terminate-towards",
        "termination towards one party",
    ),
    Verb(
        "resume-between",
        ("resumes … between them", "agree to resume … between them"),
        "treaty",
        meaning="resumption between some parties",
    ),
    Verb(
        "resume-towards",
        ("resumes … towards", "resume … towards"),
        "treaty",
        meaning="resumption towards one party",
    ),
    Verb("end", ("agrees to end", "agree to end"), "treaty", "end", "agreement to end"),
    Verb("extend", ("extends", "extend", "agree to extend"), "treaty", "extend", "extension"),
    Verb("postpone", ("postpones", "postpone", "agree to postpone"), "clauses", "postpone", "postponement"),
    Verb("invoke", ("invokes", "invoke"), "clauses", meaning="invocation of a ground"),
    Verb("allege", ("alleges breach of", "allege breach of"), "clauses", meaning="allegation of a breach"),
    Verb("admit", ("admits breach of", "admit breach of"), "clauses", meaning="admission of a breach"),
    Verb("tolerate", ("tolerates the delay of", "tolerate the delay of"), "clauses", meaning="toleration"),
    Verb("consent", ("consents to", "consent to"), "clauses", meaning="consent of a third state"),
    Verb("waive", ("waives", "waive"), "clauses", meaning="waiver"),
    Verb("perform", ("performs", "perform"), "clauses", meaning="performance"),
    Verb("revoke", ("revokes", "revoke"), "act", "revoke", "revocation"),
    Verb("contest", ("objects to", "object to"), "act", meaning="objection to a measure"),
    Verb(
        "object",
        ("objects to the reservation of", "object to the reservation of"),
        "reservation",
        "object",
        "objection to a reservation",
    ),
    Verb(
        "accept-reservation",
        ("accepts the reservation of", "accept the reservation of"),
        "reservation",
        "accept-reservation",
        "acceptance of a reservation",
    ),
    Verb(
        "renew-reservation",
        ("renews its reservation", "renew their reservations"),
        "reservation",
        meaning="renewal of a reservation",
    ),
    Verb(
        "withdraw-reservation",
        ("withdraws its reservation", "withdraw their reservations"),
        "reservation",
        "withdraw-reservation",
        "withdrawal of a reservation",
    ),
    Verb(
        "withdraw-objection",
        ("withdraws its objection to the reservation of", "withdraw their objections to the reservation of"),
        "reservation",
        "withdraw-objection",
        "withdrawal of an objection",
    ),
    Verb("sever", ("severs relations with", "sever relations"), "actor", meaning="severance of relations"),
    Verb("restore", ("restores relations with", "restore relations"), "actor", meaning="relations restored"),
    Verb("recognise", ("recognises", "recognise"), "actor", meaning="recognition"),
    Verb("succeed", ("succeeds", "succeed"), "actor", meaning="succession"),
    Verb(
        "become-independent",
        ("becomes independent of", "become independent of"),
        "actor",
        meaning="independence",
    ),
    Verb("continue", ("continues", "continue"), "actor", meaning="continuation of a state"),
    Verb(
        "decide",
        ("decides internally", "decide internally", "approves internally"),
        "text",
        meaning="decision inside a state",
    ),
    Verb("declare", ("declares", "declare", "announces", "announce"), "text", meaning="declaration"),
    Verb("join", ("joins", "join"), "group", meaning="joining a group"),
    Verb("leave", ("leaves", "leave"), "group", meaning="leaving a group"),
)
"""The closed list. Longest words win when a record is read."""

CONSENTS = ("sign-definitively", "ratify", "accept", "approve", "accede", "deposit", "exchange")
"""Acts by which a state consents to be bound (general law: Vienna Convention, art. 11)."""


def verb_named(name: str) -> Verb:
    """Return the act of the closed list with this name.

    Raises:
        KeyError: if the closed list has no such act.

    >>> verb_named("end").meaning
    'agreement to end'
    """
    return VERBS_BY_NAME[name]


VERBS_BY_NAME = {verb.name: verb for verb in VERBS}
VERB_NAMES = frozenset(VERBS_BY_NAME)
POWERS = tuple(verb.power for verb in VERBS if verb.power)
"""The acts that need a power; ``may`` with one of them is a power, any other ``may`` a permission."""
