"""Brackets: pairs and kinds."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "brackets")


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        ("a (b) c", "a (b c", "( has no partner"),
        ("a (b) c", "a b) c", ") has no partner"),
        ("a (b) c", "a )b( c", ") has no partner"),
        ("a (b) c", "a ((b) c", "( has no partner"),
        ("a (b] c", "a (b] c", None),
        ("a (b) c", "a (b] c", "( has no partner"),
        ("a (b) c", "a [b] c", "(…) is missing"),
        ("a (b) c", "a – b – c", "(…) is missing"),
        ("a (b) (c)", "a (b) c", "(…) is missing"),
        ("a \\[b\\] c", "a b c", "[…] is missing"),
        ("a b c", "a (b) c", None),
        ("a b c", "a (b c", "( has no partner"),
        ("a (b) c", "a（b）c", None),
        ("a (b) c", "a（b)c", "（ has no partner"),
        ("a [sic] c", "a【sic】c", None),
        ("a) b", "a) b", None),
        ("good :)", "bom :)", None),
        ("good :)", "bom", None),
        ("the file(s)", "os arquivos", None),
        ("they", "honesto(a)", None),
        ("(C) 2026", "© 2026", None),
        ("a `(` b", "a b", None),
        ("[a](u(v))", "[b](u(v))", None),
        ("a ([b](u)) c", "a [b](u) c", "(…) is missing"),
        ("a (*b*) c", "a *(b)* c", None),
        ("a {b} c", "a c", None),
    ],
)
def test_brackets(source, target, finding):
    assert found(CHECK, message(source, target)) == ([finding] if finding else [])
