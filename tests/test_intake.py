"""What came back from translators is taken in where it is newer, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats.markdown import FORMAT
from l10n.model.draft import Draft
from l10n.model.entry import Entry, State
from l10n.model.fate import FINDINGS, Fate
from l10n.model.unit import Unit
from l10n.settings import FormatSettings
from l10n.stages import draft as drafting
from l10n.stages.export import units
from l10n.stages.intake import Intake, take
from l10n.stages.record import is_untouched

DOCUMENT = FORMAT.parse("One\n\nTwo\n", FormatSettings())
NOTHING = Entry(msgid="One")
MACHINE = drafting.apply([NOTHING], {NOTHING.key: Draft(text="Um", risk=0.1)}, "engine 1")[0]
"""A draft that nobody has touched."""
DRAFT = Entry(msgid="One", msgstr="Um", flags=("fuzzy",))
"""A draft that a person has written into, or another program has made."""
STALE = replace(DRAFT, previous=(None, "Ones"))
REVIEWED = Entry(msgid="One", msgstr="Um", flags=("no-wrap",))


def exported(entry: Entry, **more: object) -> Unit:
    """The unit of an entry as it goes out, changed by translators."""
    (unit,) = units(DOCUMENT, FORMAT, {entry.key: entry}, "corpus/a.md", "pt_BR")
    return replace(unit, **more)  # type: ignore[arg-type] - by name


def taken(*known: Entry, unit: Unit, wrong: str = "") -> Intake:
    return take(known, [unit], lambda _: wrong, lambda _: False)


def result(known: Entry, unit: Unit, **more: str) -> tuple[Fate, str, State]:
    made = taken(known, unit=unit, **more)
    return made.outcomes[0].fate, made.entries[0].msgstr, made.entries[0].state


# --- who has changed what -----------------------------------------------------------------------------------

ALL = (NOTHING, MACHINE, DRAFT, STALE, REVIEWED)


@pytest.mark.parametrize("entry", ALL)
def test_what_nobody_changed_stays_as_it_is(entry: Entry) -> None:
    made = taken(entry, unit=exported(entry))
    assert (made.entries, made.outcomes[0].fate) == ((entry,), Fate.UNCHANGED)


@pytest.mark.parametrize("entry", ALL)
def test_what_changed_in_the_file_only_is_taken(entry: Entry) -> None:
    unit = exported(entry, msgstr="Um!", state=State.REVIEWED)
    assert result(entry, unit) == (Fate.TAKEN, "Um!", State.REVIEWED)


@pytest.mark.parametrize("now", ALL[1:])
@pytest.mark.parametrize("entry", ALL)
def test_what_changed_in_the_catalog_only_stays(entry: Entry, now: Entry) -> None:
    now = replace(now, msgstr="Uma")
    made = taken(now, unit=exported(entry))
    assert made.entries == (now,)
    assert made.outcomes[0].fate in (Fate.OLDER, Fate.UNCHANGED)


@pytest.mark.parametrize("now", ALL[1:])
@pytest.mark.parametrize("entry", ALL)
def test_what_changed_in_both_is_a_conflict(entry: Entry, now: Entry) -> None:
    now = replace(now, msgstr="Uma")
    for state in (State.DRAFT, State.REVIEWED, None):
        made = taken(now, unit=exported(entry, msgstr="Um!", state=state))
        assert (made.entries, made.outcomes[0].fate) == ((now,), Fate.CONFLICT)
        assert made.outcomes[0].why


def test_the_same_change_in_both_is_none() -> None:
    assert result(replace(DRAFT, msgstr="Uma"), exported(DRAFT, msgstr="Uma"))[0] is Fate.UNCHANGED


@pytest.mark.parametrize("entry", ALL[1:])
def test_an_approval_here_is_newer_than_the_text_that_went_out(entry: Entry) -> None:
    unit = exported(replace(entry, flags=("fuzzy",)), msgstr="Um!")
    assert result(REVIEWED, unit) == (Fate.CONFLICT, "Um", State.REVIEWED)


def test_nothing_is_filled_with_what_went_out() -> None:
    for entry in ALL[1:]:
        made = taken(NOTHING, unit=exported(entry))
        assert made.outcomes[0].fate is Fate.TAKEN
        assert made.entries[0].state is entry.state
        assert (made.entries[0].previous, made.entries[0].comments) == (entry.previous, entry.comments)


def test_what_a_person_did_not_want_does_not_come_back() -> None:
    made = take([NOTHING], [exported(MACHINE)], lambda _: "", lambda entry: entry.msgstr == "Um")
    assert (made.entries, made.outcomes[0].fate) == ((NOTHING,), Fate.OLDER)


@pytest.mark.parametrize("entry", ALL[1:])
@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_takes_none_away(entry: Entry, text: str) -> None:
    made = taken(entry, unit=exported(entry, msgstr=text, state=State.UNTRANSLATED))
    assert (made.entries, made.outcomes[0].fate) == ((entry,), Fate.EMPTIED)


def test_a_text_that_was_none_when_it_went_out_is_older() -> None:
    assert result(REVIEWED, exported(NOTHING)) == (Fate.OLDER, "Um", State.REVIEWED)


def test_the_same_message_twice_with_two_texts_is_a_conflict() -> None:
    first, second = exported(MACHINE, msgstr="Uma"), exported(MACHINE, msgstr="Um!")
    made = take([MACHINE], [first, second, first], lambda _: "", lambda _: False)
    assert [outcome.fate for outcome in made.outcomes] == [Fate.TAKEN, Fate.CONFLICT, Fate.UNCHANGED]
    assert made.entries[0].msgstr == "Uma"


# --- states -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "state", "expected"),
    [
        (MACHINE, State.REVIEWED, (Fate.TAKEN, "Um", State.REVIEWED)),
        (STALE, State.REVIEWED, (Fate.TAKEN, "Um", State.REVIEWED)),
        (REVIEWED, State.DRAFT, (Fate.TAKEN, "Um", State.DRAFT)),
        (REVIEWED, None, (Fate.UNCHANGED, "Um", State.REVIEWED)),
        (MACHINE, None, (Fate.UNCHANGED, "Um", State.DRAFT)),
        (STALE, State.DRAFT, (Fate.UNCHANGED, "Um", State.STALE)),
    ],
)
def test_a_state_alone_changes(entry: Entry, state: State | None, expected: tuple[Fate, str, State]) -> None:
    assert result(entry, exported(entry, state=state)) == expected


@pytest.mark.parametrize("state", [State.DRAFT, State.STALE, State.UNTRANSLATED, None])
@pytest.mark.parametrize("entry", ALL)
def test_a_new_text_is_a_draft_unless_its_file_calls_it_reviewed(entry: Entry, state: State | None) -> None:
    fate, text, now = result(entry, exported(entry, msgstr="Um!", state=state))
    assert (fate, text) == (Fate.TAKEN, "Um!")
    assert now in (State.DRAFT, State.STALE)


def test_a_text_that_still_waits_for_its_source_keeps_the_old_one() -> None:
    made = taken(STALE, unit=exported(STALE, msgstr="Um!"))
    assert made.entries[0].previous == STALE.previous


def test_flags_of_others_stay() -> None:
    made = taken(REVIEWED, unit=exported(REVIEWED, msgstr="Um!", state=State.DRAFT))
    assert made.entries[0].flags == ("fuzzy", "no-wrap")
    back = taken(made.entries[0], unit=exported(made.entries[0], state=State.REVIEWED))
    assert back.entries[0].flags == ("no-wrap",)


def test_broken_markup_is_taken_as_a_draft_and_told() -> None:
    made = taken(MACHINE, unit=exported(MACHINE, msgstr="Um!", state=State.REVIEWED), wrong="missing `a`")
    assert (made.outcomes[0].fate, made.outcomes[0].why) == (Fate.BROKEN, "taken as a draft: missing `a`")
    assert (made.entries[0].msgstr, made.entries[0].state) == ("Um!", State.DRAFT)
    again = taken(made.entries[0], unit=made.outcomes[0].unit, wrong="missing `a`")
    assert (again.outcomes[0].fate, again.entries) == (Fate.BROKEN, made.entries)


# --- without knowledge of what went out ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (NOTHING, (Fate.TAKEN, "Um!", State.REVIEWED)),
        (MACHINE, (Fate.TAKEN, "Um!", State.REVIEWED)),
        (DRAFT, (Fate.CONFLICT, "Um", State.DRAFT)),
        (STALE, (Fate.CONFLICT, "Um", State.STALE)),
        (REVIEWED, (Fate.CONFLICT, "Um", State.REVIEWED)),
    ],
)
def test_a_person_s_text_is_safe_where_nothing_is_known(
    entry: Entry, expected: tuple[Fate, str, State]
) -> None:
    assert result(entry, exported(entry, msgstr="Um!", state=State.REVIEWED, exported="")) == expected


def test_a_review_of_the_same_text_is_one_where_nothing_is_known() -> None:
    assert result(DRAFT, exported(DRAFT, state=State.REVIEWED, exported=""))[2] is State.REVIEWED
    assert result(REVIEWED, exported(REVIEWED, state=State.DRAFT, exported=""))[2] is State.REVIEWED


@given(
    known=st.sampled_from(ALL),
    before=st.sampled_from(ALL),
    text=st.sampled_from(["Um", "Um!", "", "Uma"]),
    state=st.sampled_from([*State, None]),
    mark=st.sampled_from(["", "x", "d-n", None]),
)
def test_no_text_of_a_person_is_lost(
    known: Entry, before: Entry, text: str, state: State | None, mark: str | None
) -> None:
    """What stands in the catalog afterwards is what stood there, or a text that only the file has changed."""
    unit = exported(before, msgstr=text, state=state)
    unit = unit if mark is None else replace(unit, exported=mark)
    made = taken(known, unit=unit)
    (now,), (outcome,) = made.entries, made.outcomes
    if now.msgstr != known.msgstr:
        untouched = is_untouched(known)
        assert (now.msgstr, outcome.fate) == (text, Fate.TAKEN)
        assert not known.msgstr or unit.exported == exported(known).exported or (untouched and not mark)
    if now.state is State.REVIEWED and known.state is not State.REVIEWED:
        assert state is State.REVIEWED
    assert outcome.fate not in FINDINGS or now.msgstr == known.msgstr


# --- which message ------------------------------------------------------------------------------------------

OTHER = Entry(msgid="Two", msgstr="Dois")
VERB = Entry(msgid="One", msgstr="Uno", context="verb")


def test_messages_are_found_by_text_or_by_id() -> None:
    lost = exported(MACHINE, msgstr="Um!", id="7")
    assert taken(OTHER, MACHINE, unit=lost).entries[1].msgstr == "Um!"
    spoilt = exported(MACHINE, msgstr="Um!", msgid="One …")
    assert taken(OTHER, MACHINE, unit=spoilt).entries[1].msgstr == "Um!"
    bare = exported(MACHINE, msgstr="Um!", msgid="")
    assert taken(OTHER, MACHINE, unit=bare).entries[1].msgstr == "Um!"


def test_a_context_that_is_lost_is_found_by_id() -> None:
    (unit,) = units(
        FORMAT.parse("<!-- i18n:context: verb -->\n\nOne\n", FormatSettings()),
        FORMAT, {VERB.key: VERB}, "corpus/a.md", "pt_BR",
    )  # fmt: skip
    made = taken(REVIEWED, VERB, unit=replace(unit, context=None, msgstr="Uno!"))
    assert [entry.msgstr for entry in made.entries] == ["Um", "Uno!"]


def test_an_id_and_a_source_of_two_messages_are_told() -> None:
    mixed = exported(MACHINE, msgid="Two", msgstr="Um!")
    made = taken(MACHINE, OTHER, unit=mixed)
    assert (made.entries, made.outcomes[0].fate) == ((MACHINE, OTHER), Fate.UNKNOWN)
    assert "two messages" in made.outcomes[0].why


def test_a_message_that_the_article_has_no_more_is_told() -> None:
    gone = replace(REVIEWED, obsolete=True)
    made = taken(OTHER, gone, unit=exported(REVIEWED, msgstr="Um!"))
    assert (made.entries, made.outcomes[0].fate) == ((OTHER, gone), Fate.UNKNOWN)
    assert taken(OTHER, unit=exported(NOTHING)).outcomes[0].fate is Fate.OLDER


NOW = Entry(msgid="One more", msgstr="Um", flags=("fuzzy",), previous=(None, "One"))
"""The message after its source has changed, and `l10n update` has kept its translation."""


def test_a_text_for_a_source_that_has_changed_is_taken_as_stale() -> None:
    for entry in (REVIEWED, DRAFT):
        made = taken(NOW, unit=exported(entry, msgstr="Um!", state=State.REVIEWED))
        assert made.outcomes[0].fate is Fate.STALE
        assert (made.entries[0].msgstr, made.entries[0].state) == ("Um!", State.STALE)
        assert made.entries[0].previous == (None, "One")


def test_it_is_left_where_somebody_has_translated_the_new_source() -> None:
    mended = replace(NOW, msgstr="Mais um", previous=None, flags=())
    assert result(mended, exported(REVIEWED, msgstr="Um!"))[0] is Fate.UNKNOWN
    begun = replace(NOW, msgstr="Mais")
    assert result(begun, exported(REVIEWED, msgstr="Um!"))[0] is Fate.CONFLICT
    assert result(begun, exported(REVIEWED))[0] is Fate.OLDER
    assert result(NOW, exported(REVIEWED))[0] is Fate.UNCHANGED


def test_plural_entries_are_none_of_ours() -> None:
    plural = replace(REVIEWED, plural=True)
    assert taken(plural, unit=exported(REVIEWED, msgstr="Um!")).entries == (plural,)


# --- notes --------------------------------------------------------------------------------------------------


def test_new_notes_are_added_and_none_goes() -> None:
    known = replace(REVIEWED, comments=("Velha",))
    made = taken(known, unit=exported(known, notes=("Nova", "Velha ", "")))
    assert made.outcomes[0].fate is Fate.NOTED
    assert made.entries[0] == replace(known, comments=("Velha", "Nova", ""))


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_windows_are_ours(end: str) -> None:
    unit = exported(REVIEWED, msgstr=f"Um{end}dois", notes=tuple(f"Nova{end}e mais".split("\n")))
    made = taken(REVIEWED, unit=unit)
    assert (made.entries[0].msgstr, made.entries[0].comments) == ("Um\ndois", ("Nova", "e mais"))
    assert taken(*made.entries, unit=unit).outcomes[0].fate is Fate.UNCHANGED
    known = replace(REVIEWED, msgstr=f"Um{end}dois")
    assert taken(known, unit=exported(known)).outcomes[0].fate is Fate.UNCHANGED


def test_notes_that_went_here_meanwhile_do_not_come_back() -> None:
    unit = exported(replace(REVIEWED, comments=("Velha",)))
    assert taken(REVIEWED, unit=unit).entries == (REVIEWED,)


def test_no_line_that_means_something_to_l10n_comes_in_where_a_text_stands() -> None:
    unit = exported(MACHINE, notes=(*MACHINE.comments, " l10n: ignore markup", "Nova"))
    assert taken(REVIEWED, unit=unit).entries[0].comments == ("Nova",)
