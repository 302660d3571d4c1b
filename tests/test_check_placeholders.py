"""Code, placeholders and tags of templates: what must come along, and what is none."""

import pytest
from checking import found, message

from l10n.checks.placeholders import CHECK


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        ("Run `make`.", "Execute make.", "missing `make`"),
        ("Run `make`.", "Execute `make` e `make`.", "extra `make`"),
        ("Run `make`.", "Execute 'make'.", "missing `make`"),
        ("Run `make`.", "Execute ` make `.", "missing `make`; extra ` make `"),
        ("Run ``a`b``.", "Execute `a`.", "missing ``a`b``; extra `a`"),
        (
            "Press <kbd>Enter</kbd>.",
            "<kbd>Entrar</kbd>.",
            "missing <kbd>Enter</kbd>; extra <kbd>Entrar</kbd>",
        ),
        ("Hi {{ user.name }}", "Oi {{ user.nome }}", "missing {{ user.name }}; extra {{ user.nome }}"),
        ("Hi {{ name }}", "Oi {{name}}", "missing {{ name }}; extra {{name}}"),
        ("Hi {{ name }}", "Oi { name }", "missing {{ name }}"),
        ("{% include 'a' %} a", "a", "missing {% include 'a' %}"),
        ("Hi ${name}", "Oi $ {name}", "missing ${name}; extra {name}"),
        ("%(count)d boats", "%(conta)d barcos", "missing %(count)d; extra %(conta)d"),
        ("%(count)d boats", "%(count) d barcos", "missing %(count)d; extra %(count) d"),
        ("%s boats", "% s barcos", "missing %s"),
        ("%s by %s", "%s", "missing %s"),
        ("%s boats", "%d barcos", "missing %s; extra %d"),
        ("%1$s boats", "%2$s barcos", "missing %1$s; extra %2$s"),
        ("%.2f metres", "%,2f metros", "missing %.2f"),
        ("%@ boats", "% @ barcos", "missing %@"),
        ("%5.1f m", "%5,1f m", "missing %5.1f"),
        ("%lu boats", "%u barcos", "missing %lu; extra %u"),
        ("Set $HOME", "Defina $CASA", "missing $HOME; extra $CASA"),
        ("Set %PATH%", "Defina %CAMINHO%", "missing %PATH%; extra %CAMINHO%"),
        ("{} boats", "{ } barcos", "missing {}"),
        ("{0} boats", "(0) barcos", "missing {0}"),
        ("{n!r} boats", "{m!r} barcos", "missing {n!r}; extra {m!r}"),
        ("{0:>5} boats", "{0: >5} barcos", "missing {0:>5}"),
        (
            "{n, plural, one {boat} other {boats}}",
            "{n, plural, one {barco} outro {barcos}}",
            "missing {boats}, {boat}; extra {barcos}, {barco}",
        ),
        ("$x^2$ grows", "$y^2$ cresce", "missing $x^2$; extra $y^2$"),
        ("<%= name %>", "<%= nome %>", "missing <%= name %>; extra <%= nome %>"),
    ],
)
def test_what_is_lost_or_changed(source, target, finding):
    assert found(CHECK, message(source, target)) == [finding]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("{a} of {b}", "{b}: {a}", "pt_BR"),
        ("error in line %d, %s", "오류: %d행 %s은", "ko"),
        ("%sNo rule", "%s Aucune règle", "fr"),
        ("char %lu", "znak %lu", "cs"),
        ("Half of it", "50% de tudo", "pt_BR"),
        ("100% done", "100% d'avance", "fr"),
        ("20% in all", "20% insgesamt", "de"),
        ("It costs $5.", "Custa US$ 5.", "pt_BR"),
        ("It costs $5 or $6.", "Custa R$ 5 ou R$ 6.", "pt_BR"),
        ("50 % of boats", "50 % des bateaux", "fr"),
        ("5% increase", "5% individuals", "de"),
        ("Run `a`, then `b`.", "`b` の前に `a` を実行します。", "ja"),
        ("See https://example.org.", "Veja.", "pt_BR"),
        ("Write to a@example.org.", "Escreva.", "pt_BR"),
        ("Braces (as here)", "Chaves { como aqui }", "pt_BR"),
    ],
)
def test_what_is_none_of_its_business(source, target, locale):
    assert found(CHECK, message(source, target, locale), locale=locale) == []
