"""What an update writes into a ledger, and when it looks as if a program had cleared the marks of drafts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model.article import Key
from l10n.model.draft import Draft
from l10n.model.entry import Entry, State
from l10n.model.event import Act
from l10n.stages.draft import apply
from l10n.stages.history import History, message_hash
from l10n.stages.look import MANY, cleared_at_once, seen
from l10n.stages.review import approve, drafted, event, proven, remove, witnessed

WHEN = "2026-11-24T06:46:26.120Z"
LATER = "2026-11-25T06:46:26.120Z"
ANA = "Ana <ana@example.com>"


def a_draft(msgid: str, text: str = "Um texto.") -> Entry:
    empty = Entry(msgid=msgid)
    return apply([empty], {empty.key: Draft(text=text, risk=0.2, notes=("name",))}, "argos 1")[0]


def cleared(entry: Entry) -> Entry:
    return replace(entry, flags=())


def told(*entries: Entry) -> History:
    return History(filter(None, (drafted(entry, WHEN) for entry in entries)))


def acts(
    before: list[Entry], after: list[Entry], history: History | None = None
) -> list[tuple[Act, Key | None]]:
    keys = {message_hash(entry.key): entry.key for entry in [*before, *after]}
    events = seen(before, after, history or History(), LATER, "l10n 1")
    return [(event.what, keys.get(event.message)) for event in events]


# --- one text -----------------------------------------------------------------------------------------------


def test_a_draft_that_the_ledger_missed_is_told_of_by_its_record() -> None:
    entry = a_draft("A")
    (found,) = seen([entry], [entry], History(), LATER, "l10n 1")
    assert (found.what, found.by, found.risk, found.notes) == (Act.DRAFTED, "argos 1", 0.2, ("name",))


def test_what_the_ledger_knows_is_not_told_again() -> None:
    entry = a_draft("A")
    assert acts([entry], [entry], told(entry)) == []


def test_a_text_that_somebody_changed() -> None:
    entry = replace(a_draft("A"), msgstr="Outro.")
    assert acts([entry], [entry], told(a_draft("A"))) == [(Act.EDITED, entry.key)]


def test_texts_of_people_begin_no_ledger() -> None:
    entry = Entry(msgid="A", msgstr="Um texto.")
    assert acts([entry], [entry]) == []


def test_a_mark_that_is_gone() -> None:
    entry = cleared(a_draft("A"))
    assert acts([entry], [entry], told(a_draft("A"))) == [(Act.CLEARED, entry.key)]


def test_an_approved_text_was_not_cleared() -> None:
    made = approve(frozenset({(None, "A")}), ANA, WHEN)([a_draft("A")], told(a_draft("A")))
    history = History([*told(a_draft("A")).events, *made.events])
    assert acts(list(made.entries), list(made.entries), history) == []


def test_a_stale_text_is_told_of_once_and_since_then_it_is_stale() -> None:
    old = a_draft("A")
    new = replace(old, msgid="B", previous=old.key)
    history = told(old)
    found = seen([old], [new], history, LATER, "l10n 1")
    assert [(e.what, e.source) for e in found] == [(Act.STALE, message_hash(old.key))]
    again = History([*history.events, *found])
    assert acts([new], [new], again) == []
    newer = replace(new, msgid="C")
    assert again.stale_since(newer) == again.stale_since(new) == LATER
    assert again.origin(new) == history.events[0]


def test_a_rewritten_message() -> None:
    old = cleared(a_draft("The *old* pier"))
    new = replace(old, msgid="The _old_ pier")
    history = told(a_draft("The *old* pier"))
    history = history.with_events(seen([old], [old], history, WHEN, "l10n 1"))
    assert acts([old], [new], history) == [(Act.REWRITTEN, new.key)]


def test_rewriting_many_messages_is_not_clearing_them() -> None:
    drafts = [a_draft(f"Message *{number}*", f"Texto {number}.") for number in range(MANY)]
    before = [cleared(entry) for entry in drafts]
    history = told(*drafts).with_events([event(Act.CLEARED, entry, WHEN) for entry in before])
    after = [replace(entry, msgid=entry.msgid.replace("*", "_")) for entry in before]
    found = seen(before, after, history, LATER, "l10n 1")
    assert [e.what for e in found] == [Act.REWRITTEN] * MANY
    assert cleared_at_once(after, history.with_events(found)) is None


def test_where_a_rewritten_text_came_from_must_be_clear() -> None:
    old = [cleared(a_draft(msgid)) for msgid in ("A *b*", "A *c*")]
    new = replace(old[0], msgid="A _b_")
    assert acts(old, [new]) == [(Act.DRAFTED, new.key), (Act.CLEARED, new.key)]


def test_what_is_gone_or_has_plural_forms_is_not_looked_at() -> None:
    entries = [replace(a_draft("A"), obsolete=True), replace(a_draft("B"), plural=(("msgstr[0]", ""),))]
    assert acts(entries, entries) == []


# --- many at once -------------------------------------------------------------------------------------------


def catalog(clear: int, left: int) -> tuple[list[Entry], History]:
    drafts = [a_draft(f"Message {number}") for number in range(clear + left)]
    return [cleared(entry) for entry in drafts[:clear]] + drafts[clear:], told(*drafts)


@pytest.mark.parametrize(
    ("clear", "left", "suspicious"),
    [(MANY, 0, True), (MANY - 1, 0, False), (MANY, MANY - 1, True), (MANY, MANY, False)],
)
def test_from_ten_on_and_if_they_are_most(clear: int, left: int, suspicious: bool) -> None:
    entries, history = catalog(clear, left)
    assert cleared_at_once(entries, history) == ((clear, clear + left) if suspicious else None)
    assert acts(entries, entries, history) == (
        [] if suspicious else [(Act.CLEARED, e.key) for e in entries[:clear]]
    )


def test_clearing_a_few_a_day_is_a_review() -> None:
    entries, history = catalog(0, 3 * MANY)
    for number in range(3 * MANY):
        entries[number] = cleared(entries[number])
        assert cleared_at_once(entries, history) is None
        history = History([*history.events, *seen(entries, entries, history, LATER, "l10n 1")])


@pytest.mark.parametrize("how", ["changed", "approved", "put back"])
def test_is_over_when_a_person_has_done_something_about_it(how: str) -> None:
    entries, history = catalog(MANY, 0)
    if how == "changed":
        entries = [replace(entry, msgstr=f"{entry.msgstr}!") for entry in entries]
    elif how == "approved":
        made = approve(frozenset(e.key for e in entries), ANA, LATER)(entries, history)
        history = History([*history.events, *made.events])
    else:
        entries = [replace(entry, flags=("fuzzy",)) for entry in entries]
    assert cleared_at_once(entries, history) is None


def test_a_ledger_that_is_gone_does_not_hide_it() -> None:
    assert cleared_at_once(catalog(MANY, 0)[0], History()) == (MANY, MANY)


# --- what people decide -------------------------------------------------------------------------------------

entries = st.builds(
    Entry,
    msgid=st.sampled_from("ABC"),
    msgstr=st.sampled_from(["", " ", "Um texto.", "Outro."]),
    context=st.sampled_from([None, "c"]),
    flags=st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap")]),
    previous=st.sampled_from([None, (None, "Z")]),
    comments=st.sampled_from([(), a_draft("A").comments, ("Ana: look!", *a_draft("A").comments)]),
    obsolete=st.booleans(),
)


@given(
    st.lists(entries, max_size=6, unique_by=lambda e: (e.key, e.obsolete)),
    st.sampled_from(["approve", "reject"]),
)
def test_a_decision_changes_only_what_was_meant(before: list[Entry], which: str) -> None:
    keys = frozenset({(None, "A"), ("c", "B")})
    decide = approve(keys, ANA, WHEN) if which == "approve" else remove(keys, Act.REJECTED, ANA, WHEN)
    made = decide(before, History())
    for old, new in zip(before, made.entries, strict=True):
        if old.key not in keys or old.obsolete:
            assert new == old
        if which == "reject" and old.msgstr != "Um texto.":
            assert new == old  # words of a person
        if which == "approve":
            assert new.msgstr == old.msgstr
        assert "Ana: look!" in new.comments or "Ana: look!" not in old.comments
        assert "no-wrap" in new.flags or "no-wrap" not in old.flags
    history = History(made.events)
    for old, new in zip(before, made.entries, strict=True):
        if old in made.taken and which == "approve":
            assert (new.state, history.review(new)) == (
                State.REVIEWED,
                made.events[-len(made.taken) :][made.taken.index(old)],
            )
        elif not old.obsolete:
            assert history.review(old) is None


@given(st.lists(entries, max_size=6, unique_by=lambda e: e.key))
def test_without_proof_nothing_is_reviewed_and_no_text_is_lost(found: list[Entry]) -> None:
    judged = proven({entry.key: entry for entry in found}, History())
    assert [e.msgstr for e in judged.values()] == [e.msgstr for e in found]
    assert not [entry for entry in judged.values() if entry.state is State.REVIEWED]
    history = History(event(Act.REVIEWED, entry, WHEN, ANA) for entry in found)
    assert list(proven({entry.key: entry for entry in found}, history).values()) == found


@given(st.lists(entries, max_size=6, unique_by=lambda e: e.key))
def test_what_is_witnessed_once_is_known(found: list[Entry]) -> None:
    events = witnessed(found, History(), WHEN)
    assert witnessed(found, History(events), LATER) == []
    assert {event.what for event in events} <= {Act.DRAFTED, Act.EDITED}
