"""Paragraphs that were split or joined keep their translations, for a person to look at."""

from __future__ import annotations

from l10n.model.draft import Draft
from l10n.model.entry import Entry, State
from l10n.stages.edited import edited
from l10n.stages.matching import Kind
from l10n.stages.merge import Merge, merge
from l10n.stages.paragraphs import shortened_or_extended, split_or_joined
from l10n.stages.record import Record, record, recorded

ONE = "The water rose at night. Nobody was hurt."
TWO = "Residents left their homes. They came back on Monday."
UM = "A água subiu à noite. Ninguém se feriu."
DOIS = "Os moradores saíram de casa. Voltaram na segunda-feira."


def merged(texts: list[str], old: list[Entry], target: str = "pt") -> Merge:
    finders = [split_or_joined("en", target), edited, shortened_or_extended("en")]
    return merge([Entry(msgid=text) for text in texts], old, finders)


def live(result: Merge) -> list[tuple[str, str]]:
    return [(entry.msgid, entry.msgstr) for entry in result.entries if not entry.obsolete]


def test_each_part_of_a_paragraph_has_the_translation_of_its_sentences():
    old = Entry(msgid=f"{ONE} {TWO}", msgstr=f"{UM} {DOIS}", comments=("nota",), flags=("no-wrap",))
    result = merged([ONE, TWO], [old])
    assert live(result) == [(ONE, UM), (TWO, DOIS)]
    for entry in result.entries[:2]:
        assert (entry.state, entry.previous) == (State.STALE, (None, old.msgid))
        assert (entry.comments, entry.flags) == (("nota",), ("fuzzy", "no-wrap"))
    assert result.counts() == {Kind.SPLIT: 2, Kind.OBSOLETE: 1}


def test_the_parts_have_the_whole_translation_where_its_sentences_are_others():
    whole = "A água subiu à noite, ninguém se feriu e os moradores voltaram na segunda-feira."
    result = merged([ONE, TWO], [Entry(msgid=f"{ONE} {TWO}", msgstr=whole)])
    assert live(result) == [(ONE, whole), (TWO, whole)]


def test_the_parts_of_a_draft_that_nobody_has_changed_are_drafts_like_it():
    made = recorded((), Draft(text=f"{UM} {DOIS}", risk=0.4), "pseudo 1")
    old = Entry(msgid=f"{ONE} {TWO}", msgstr=f"{UM} {DOIS}", comments=made, flags=("fuzzy",))
    parts = merged([ONE, TWO], [old]).entries[:2]
    assert [entry.msgstr for entry in parts] == [UM, DOIS]
    assert [record(entry) for entry in parts] == [Record(signature="pseudo 1", risk=0.4, notes=())] * 2


def test_the_translation_of_a_sentence_that_no_part_has_goes_with_the_one_before_it():
    old = Entry(msgid=f"{ONE} Really. {TWO}", msgstr=f"{UM} Verdade. {DOIS}")
    assert live(merged([ONE, TWO], [old])) == [(ONE, f"{UM} Verdade."), (TWO, DOIS)]


def test_a_split_that_is_taken_back_has_its_review_again():
    old = Entry(msgid=f"{ONE} {TWO}", msgstr=f"{UM} {DOIS}")
    split = merged([ONE, TWO], [old])
    back = merged([old.msgid], list(split.entries))
    assert back.entries[0] == old
    assert back.counts() == {Kind.REVIVED: 1, Kind.OBSOLETE: 2}


def test_a_joined_paragraph_has_both_translations():
    result = merged([f"{ONE} {TWO}"], [Entry(msgid=ONE, msgstr=UM), Entry(msgid=TWO, msgstr=DOIS)])
    (entry,) = [entry for entry in result.entries if not entry.obsolete]
    assert (entry.msgstr, entry.state) == (f"{UM} {DOIS}", State.STALE)
    assert entry.previous == (None, f"{ONE}\n\n{TWO}")
    assert result.counts() == {Kind.JOINED: 1, Kind.OBSOLETE: 2}


def test_translations_of_east_asia_are_joined_without_a_space():
    old = [Entry(msgid=ONE, msgstr="夜に水位が上がった。"), Entry(msgid=TWO, msgstr="住民は避難した。")]
    result = merged([f"{ONE} {TWO}"], old, "ja")
    assert live(result)[0][1] == "夜に水位が上がった。住民は避難した。"


def test_a_join_of_a_draft_and_a_review_is_for_a_person_to_look_at():
    old = [Entry(msgid=ONE, msgstr=UM), Entry(msgid=TWO, msgstr=DOIS, flags=("fuzzy",))]
    (entry, *_) = merged([f"{ONE} {TWO}"], old).entries
    assert (entry.state, entry.flags) == (State.STALE, ("fuzzy",))


def test_paragraphs_that_share_the_same_sentence_are_no_parts():
    texts = [f"{ONE} Today at {hour}." for hour in (7, 8)]
    result = merged(texts, [Entry(msgid=f"{ONE} Today at 6.", msgstr=UM)])
    assert result.counts() == {Kind.CHANGED: 1, Kind.NEW: 1}


def test_a_sentence_that_moved_to_another_paragraph_leaves_two_changed_ones():
    old = [Entry(msgid=f"{ONE} Nor was anyone missing.", msgstr="a"), Entry(msgid=TWO, msgstr="b")]
    result = merged([ONE, f"Nor was anyone missing. {TWO}"], old)
    assert live(result) == [(ONE, "a"), (f"Nor was anyone missing. {TWO}", "b")]
    assert result.counts() == {Kind.CHANGED: 2}


def test_a_paragraph_that_lost_most_of_its_sentences_is_a_changed_one():
    result = merged(["Nobody was hurt."], [Entry(msgid=f"{ONE} {TWO}", msgstr=f"{UM} {DOIS}")])
    assert live(result) == [("Nobody was hurt.", f"{UM} {DOIS}")]
    assert result.counts() == {Kind.CHANGED: 1}


def test_obsolete_paragraphs_are_no_source():
    old = Entry(msgid=f"{ONE} {TWO}", msgstr=UM, obsolete=True)
    assert merged([ONE, TWO], [old]).counts() == {Kind.NEW: 2}
