"""New messages and an old catalog: no translation is ever lost, and none is taken for what it is not."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.catalog import layout, po
from l10n.model.entry import Catalog, Entry, State
from l10n.stages.merge import Merge, merge

OLD = "Residents were told to leave their homes on Monday."
NEW = "Residents were told to leave their homes on Tuesday."
OTHER = "The harbour office said nothing at all."


def message(msgid: str, line: int = 1, context: str | None = None) -> Entry:
    return Entry(msgid=msgid, context=context, extracted=("paragraph",), references=(f"a.md:{line}",))


def known(msgid: str, msgstr: str = "tradução", **values) -> Entry:
    return replace(message(msgid), msgstr=msgstr, **values)


def counts(result: Merge) -> dict[str, int]:
    return {kind.value: count for kind, count in result.counts().items()}


def merged(messages: list[Entry], old: list[Entry]) -> tuple[Entry, ...]:
    return merge(messages, old).entries


# --- one kind after the other -------------------------------------------------------------------------------


def test_a_new_message_is_untranslated():
    result = merge([message(NEW)], [])
    assert result.entries == (message(NEW),)
    assert counts(result) == {"new": 1}


def test_an_exact_message_keeps_its_translation_and_everything_people_wrote():
    old = known(OLD, comments=("nota",), flags=("no-wrap",))
    (entry,) = merged([message(OLD)], [old])
    assert entry == old
    assert entry.state is State.REVIEWED


def test_a_moved_message_has_its_new_place():
    (entry,) = merged([replace(message(OLD, 9), extracted=("quote",))], [known(OLD)])
    assert (entry.msgstr, entry.references, entry.extracted) == ("tradução", ("a.md:9",), ("quote",))


@pytest.mark.parametrize(
    ("flags", "previous", "state"),
    [((), None, State.REVIEWED), (("fuzzy",), None, State.DRAFT), (("fuzzy",), (None, "was"), State.STALE)],
)
def test_the_state_of_an_exact_message_stays(flags, previous, state):
    (entry,) = merged([message(OLD, 9)], [known(OLD, flags=flags, previous=previous)])
    assert entry.state is state
    assert entry.previous == previous


def test_a_changed_message_is_stale_and_has_the_previous_source():
    result = merge([message(NEW, 3)], [known(OLD, comments=("nota",), flags=("no-wrap",))])
    (entry,) = result.entries
    assert (entry.msgid, entry.msgstr, entry.state) == (NEW, "tradução", State.STALE)
    assert entry.previous == (None, OLD)
    assert entry.comments == ("nota",)
    assert entry.flags == ("fuzzy", "no-wrap")
    assert entry.references == ("a.md:3",)
    assert counts(result) == {"changed": 1}


def test_a_draft_becomes_stale_when_its_source_changes():
    (entry,) = merged([message(NEW)], [known(OLD, flags=("fuzzy",))])
    assert entry.state is State.STALE
    assert entry.flags == ("fuzzy",)


def test_a_message_that_changes_twice_keeps_the_source_that_was_translated():
    once = merged([message(NEW)], [known(OLD)])
    (twice,) = merged([message(NEW + " Quickly.")], list(once))
    assert twice.previous == (None, OLD)
    assert twice.state is State.STALE


def test_the_context_of_a_previous_message_is_kept():
    (entry,) = merged([message(NEW)], [known(OLD, context="menu")])
    assert entry.previous == ("menu", OLD)
    assert entry.context is None


def test_a_message_that_is_too_different_is_new():
    result = merge([message(OTHER)], [known(OLD)])
    assert [(e.msgid, e.msgstr, e.obsolete) for e in result.entries] == [
        (OTHER, "", False),
        (OLD, "tradução", True),
    ]
    assert counts(result) == {"new": 1, "obsolete": 1}


def test_a_vanished_translation_is_obsolete_and_keeps_what_people_wrote():
    (entry,) = merged([], [known(OLD, comments=("nota",), flags=("fuzzy",), previous=(None, "was"))])
    assert entry == Entry(
        msgid=OLD,
        msgstr="tradução",
        comments=("nota",),
        flags=("fuzzy",),
        previous=(None, "was"),
        obsolete=True,
    )


def test_a_vanished_message_without_a_translation_is_gone():
    assert merged([], [known(OLD, "")]) == ()


def test_an_obsolete_message_is_revived_as_it_was():
    result = merge(
        [message(OLD, 5)], [known(OLD, obsolete=True, references=(), extracted=(), comments=("nota",))]
    )
    (entry,) = result.entries
    assert (entry.msgstr, entry.obsolete, entry.state) == ("tradução", False, State.REVIEWED)
    assert (entry.references, entry.comments) == (("a.md:5",), ("nota",))
    assert counts(result) == {"revived": 1}


def test_a_stale_message_that_vanishes_and_comes_back_is_stale(tmp_path):
    stale = known(OLD, flags=("fuzzy",), previous=(None, "was"))
    path = tmp_path / "a.po"
    header = layout.catalog_header("a", "2026-01-01 10:00+0000", "pt_BR")
    path.write_text(po.render(Catalog(header=header, entries=merged([], [stale]))), encoding="utf-8")
    (entry,) = merged([message(OLD)], list(po.read(path, "a.po").catalog.entries))
    assert (entry.state, entry.previous) == (State.STALE, (None, "was"))


def test_obsolete_messages_are_no_source_for_changed_ones():
    result = merge([message(NEW)], [known(OLD, obsolete=True)])
    assert [(e.msgid, e.msgstr, e.obsolete) for e in result.entries] == [
        (NEW, "", False),
        (OLD, "tradução", True),
    ]


def test_each_translation_serves_one_changed_message_and_the_most_alike():
    texts = [OLD, OLD + " Now."]
    result = merge([message(text + " Yes!") for text in texts], [known(OLD, "a"), known(OLD + " Now.", "b")])
    assert [(e.msgid, e.msgstr) for e in result.entries] == [(OLD + " Yes!", "a"), (OLD + " Now. Yes!", "b")]
    assert counts(result) == {"changed": 2}


def test_two_messages_that_resemble_one_share_no_translation():
    result = merge([message(NEW), message(NEW + "!")], [known(OLD)])
    assert sorted(e.msgstr for e in result.entries) == ["", "tradução"]


def test_messages_that_differ_by_context_are_two():
    old = [known(OLD, "a"), known(OLD, "b", context="menu")]
    entries = merged([message(OLD, context="menu"), message(OLD)], old)
    assert [(e.context, e.msgstr) for e in entries] == [("menu", "b"), (None, "a")]


def test_plural_entries_are_kept_as_they_are():
    plural = Entry(msgid="%d lamp", plural=(("msgstr[0]", ""),), references=("b.md:1",), flags=("c-format",))
    obsolete = replace(plural, msgid="%d boat", obsolete=True)
    entries = merged([message(OLD)], [plural, known(OLD), obsolete])
    assert entries == (known(OLD), plural, obsolete)


def test_obsolete_entries_stand_behind_the_live_ones():
    old = [known("gone before", obsolete=True), known("gone now, quite another thing"), known(OLD)]
    entries = merged([message(OTHER), message(OLD)], old)
    assert [e.obsolete for e in entries] == [False, False, True, True]


# --- odd catalogs -------------------------------------------------------------------------------------------


def test_a_message_with_the_text_of_a_plural_entry_stands_once():
    plural = Entry(msgid=OLD, plural=(("msgstr[0]", ""),))
    entries = merged([message(OLD)], [plural])
    assert len({e.key for e in entries if not e.obsolete}) == len([e for e in entries if not e.obsolete])


@pytest.mark.parametrize("messages", [[message(OLD)], []])
def test_an_obsolete_translation_survives_beside_a_live_one(messages):
    entries = merged(messages, [known(OLD, "live"), known(OLD, "obsolete", obsolete=True)])
    assert {"live", "obsolete"} <= {e.msgstr for e in entries}


def test_two_obsolete_translations_of_a_message_survive():
    old = [known(OLD, "one", obsolete=True), known(OLD, "two", obsolete=True)]
    assert {e.msgstr for e in merged([], old)} == {"one", "two"}


def test_a_change_that_is_taken_back_waits_for_a_person_without_a_previous_source():
    once = merged([message(NEW)], [known(OLD)])
    (entry,) = merged([message(OLD)], list(once))
    assert (entry.msgstr, entry.fuzzy, entry.previous) == ("tradução", True, None)


def test_an_obsolete_translation_fills_a_live_message_without_one():
    entries = merged([message(OLD, 7)], [known(OLD, ""), known(OLD, "obsolete", obsolete=True)])
    assert [(e.msgstr, e.references, e.obsolete) for e in entries] == [("obsolete", ("a.md:7",), False)]


# --- whatever is edited -------------------------------------------------------------------------------------

WORDS = [
    "Residents",
    "were",
    "told",
    "to",
    "leave",
    "their",
    "homes",
    "on",
    "Monday",
    "Tuesday",
    "at",
    "night",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
ARTICLES = st.lists(TEXTS, max_size=6, unique=True)


def translated(entries: tuple[Entry, ...], number: int) -> tuple[Entry, ...]:
    """The entries after a person has translated what had no translation, and reviewed every other draft."""
    return tuple(
        replace(entry, msgstr=f"{number}/{at}", flags=())
        if not entry.obsolete and entry.state is State.UNTRANSLATED
        else replace(entry, flags=(), previous=None)
        if not entry.obsolete and at % 2
        else entry
        for at, entry in enumerate(entries)
    )


@settings(max_examples=100)
@given(st.lists(ARTICLES, min_size=1, max_size=6))
@example([[OLD], [NEW], [OLD], [], [NEW], [OLD, NEW]])
def test_every_translation_survives_every_edit(articles):
    entries: tuple[Entry, ...] = ()
    for number, texts in enumerate(articles):
        before = {entry.msgstr for entry in entries}
        messages = [message(text, line) for line, text in enumerate(texts, 1)]
        entries = merged(messages, list(entries))
        assert before <= {entry.msgstr for entry in entries} | {""}
        entries = translated(entries, number)


@settings(max_examples=100)
@given(st.lists(ARTICLES, min_size=1, max_size=6))
def test_merging_again_changes_nothing(articles):
    entries: tuple[Entry, ...] = ()
    for number, texts in enumerate(articles):
        messages = [message(text, line) for line, text in enumerate(texts, 1)]
        entries = merged(messages, list(entries))
        again = merge(messages, list(entries))
        assert again.entries == entries
        assert counts(again) == {}
        entries = translated(entries, number)


@settings(max_examples=100)
@given(st.lists(ARTICLES, min_size=1, max_size=6))
def test_live_entries_stand_in_the_order_of_the_article(articles):
    entries: tuple[Entry, ...] = ()
    for number, texts in enumerate(articles):
        entries = merged([message(text) for text in texts], list(entries))
        assert [entry.msgid for entry in entries if not entry.obsolete] == texts
        assert len({(entry.obsolete, entry.key) for entry in entries}) == len(entries)
        entries = translated(entries, number)


@settings(max_examples=100)
@given(st.lists(ARTICLES, min_size=2, max_size=6))
def test_only_an_exact_message_is_reviewed(articles):
    reviewed: dict[str, set[str]] = {}
    entries: tuple[Entry, ...] = ()
    for number, texts in enumerate(articles):
        entries = merged([message(text) for text in texts], list(entries))
        for entry in entries:
            if entry.state is State.REVIEWED:
                assert entry.msgstr in reviewed[entry.msgid]
            if entry.state is State.STALE:
                assert entry.previous
        entries = translated(entries, number)
        for entry in entries:
            if entry.state is State.REVIEWED:
                reviewed.setdefault(entry.msgid, set()).add(entry.msgstr)


@st.composite
def catalogs(draw: st.DrawFn) -> list[Entry]:
    """Whatever people and tools may leave behind; only a live message never stands twice."""
    items = draw(
        st.lists(st.tuples(TEXTS, st.sampled_from(["live", "live", "obsolete", "plural"])), max_size=6)
    )
    old: list[Entry] = []
    for number, (text, kind) in enumerate(items):
        entry = known(
            text,
            draw(st.sampled_from([str(number), str(number), ""])) if kind != "plural" else "",
            flags=draw(st.sampled_from([(), ("fuzzy",)])),
            previous=draw(st.sampled_from([None, (None, "was")])),
            obsolete=kind == "obsolete",
            plural=(("msgstr[0]", ""),) if kind == "plural" else (),
        )
        if entry.obsolete or entry.key not in {other.key for other in old if not other.obsolete}:
            old.append(entry)
    return old


@given(catalogs(), ARTICLES)
def test_no_translation_of_any_catalog_is_lost(old, texts):
    messages = [message(text, line) for line, text in enumerate(texts, 1)]
    entries = merged(messages, old)
    assert {entry.msgstr for entry in old} <= {entry.msgstr for entry in entries} | {""}
    live = [entry for entry in entries if not entry.obsolete]
    assert [entry.msgid for entry in live][: len(texts)] == texts
    assert len({entry.key for entry in live}) == len(live)
    assert {entry.key for entry in old if entry.plural} <= {entry.key for entry in entries if entry.plural}
    assert merged(messages, list(entries)) == entries
