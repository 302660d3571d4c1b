"""What site generators add to Markdown is no message, and no Markdown."""

import pytest
from conftest import golden_lines
from hypothesis import given
from hypothesis import strategies as st

from l10n import registry
from l10n.model.article import Scope
from l10n.settings import FormatSettings
from l10n.text.markdown_mask import mask

MARKDOWN = registry.format_named("markdown")
PIECES = [
    "{% if x %}", "{%", "%}", "{{ x | y }}", "{{", "}}", "{{< ref >}}", "{# c #}", "{/* c */}", "{: .a}",
    "{.a}", ":::", ":::note T", ":a", ": a", "<Tab a={b}>", "</Tab>", "<Tab", "import a from 'b'",
    "export const a = 1", "{% raw %}",
    "{% endraw %}", "```", "~~~", "> ", "- ", "    ", "](", "*a*", "`", "é", "words",
]  # fmt: skip


def messages(text: str) -> list[str]:
    return [block.msgid for block in MARKDOWN.parse(text, FormatSettings()).blocks]


@pytest.mark.parametrize(
    "line",
    [
        "{% include lamp.html %}",
        "{%- if page.x -%} {{ content }}",
        "{% include figure.html\n   src='a.png'\n   caption='b' %}",
        '{{< figure src="a_b.png" >}}',
        "{{% notice tip %}}",
        "{# a comment of Jinja #}",
        "{/* a comment\nof MDX */}",
        "{: .lead #top}",
        "{#custom-id}",
        "{props.children}",
        "import Tabs from '@theme/Tabs';",
        'import {\n  Tab,\n  Panel\n} from "./tabs"',
        "import './style.css'",
        "export const meta = {\n  title: 'x'\n}",
        "export default function Page() {\n  return 1\n}",
        "export default withLayout(Page);",
        "<Tabs groupId={'os'} items={{a: [1, 2]}}>",
        "<Hero\n  title=\"One\"\n  render={() => x}\n/>",
        "</Tabs>",
        ":::note Mind the gap",
        ":::",
        "::: tip",
        "::youtube{#id}",
        '<div class="box" markdown="1">',
        "<section markdown>",
        "{% raw %}\nNot *read* at all.\n\n{{ x }}\n{% endraw %}",
        "{% highlight python %}\nprint('x')\n{% endhighlight %}",
        "{{< highlight go >}}\nfunc main()\n{{< /highlight >}}",
        "{% comment %}Nobody sees this.{% endcomment %}",
    ],
)  # fmt: skip
def test_lines_of_site_generators_are_kept_out(line: str) -> None:
    assert messages(f"One.\n\n{line}\n\nTwo.\n") == ["One.", "Two."]
    assert messages(f"{line}\n") == []
    quoted = "\n".join(f"> {part}" for part in line.split("\n"))
    if not line.startswith(("import", "export", "<Hero")):
        assert messages(f"> One.\n>\n{quoted}\n>\n> Two.\n") == ["One.", "Two."]


@pytest.mark.parametrize(
    ("text", "plain", "atoms", "spans"),
    [
        ("Hi {{ user.first_name | upcase }}.", "Hi XQZ0.", ["{{ user.first_name | upcase }}"], []),
        ("See [it]({{ site.url }}/a_b) now", "See it now", [], ["]({{ site.url }}/a_b)"]),
        ('See [it]({{< ref "a_b.md" >}})', "See it", [], [']({{< ref "a_b.md" >}})']),
        ("A {% if x %}*b*{% endif %} c", "A b c", [], ["{% if x %}", "*", "{% endif %}"]),
        ("A [b](/c){: .btn} d", "A b d", [], ["](/c)", "{: .btn}"]),
        ("A <Icon name={x > 1} /> b", "A  b", [], ["<Icon name={x > 1} />"]),
        ("Code `{{ x }}` stays", "Code XQZ0 stays", ["`{{ x }}`"], []),
    ],
)
def test_tags_inside_a_line_are_no_text(text: str, plain: str, atoms: list[str], spans: list[str]) -> None:
    assert messages(text + "\n") == [text]
    inline = MARKDOWN.inline(text, Scope())
    assert inline.text == plain
    assert [atom.raw for atom in inline.atoms] == atoms
    assert sorted(span.close or span.open for span in inline.spans) == sorted(spans)


def test_addresses_from_templates_are_told_apart() -> None:
    one, two = (MARKDOWN.inline(f"[a]({{{{ {name} }}}})", Scope()).markup() for name in ("x", "y"))
    assert one != two


def test_tags_in_code_are_left_to_it() -> None:
    text = b"```\n{% x %}\nimport a from 'b'\n```\n"
    assert mask(text) == text


def test_a_heading_leaves_its_id_behind() -> None:
    assert messages("# Try it {/*try-it*/}\n\n## Two {#two}\n\nThree {: .x}\n") == ["Try it", "Two", "Three"]


def test_a_bar_in_a_template_ends_no_cell() -> None:
    assert messages("| a | b |\n|---|---|\n| {{ x | y }} c | d |\n") == ["a", "b", "{{ x | y }} c", "d"]


def test_prose_that_only_looks_like_code_stays() -> None:
    for text in ("export default settings to a file", "import duties from abroad", "Import: all", "{ and }"):
        assert messages(f"{text}\n") == ([text] if text != "{ and }" else [])


@given(st.lists(st.sampled_from([*PIECES, "\n", "\n\n", " "]), max_size=20).map("".join))
def test_every_byte_keeps_its_place(text: str) -> None:
    data = text.encode()
    hidden = mask(data)
    assert len(hidden) == len(data)
    assert [at for at, byte in enumerate(hidden) if byte == 10] == [
        at for at, byte in enumerate(data) if byte == 10
    ]
    hidden.decode()


def test_nasty_markdown_stays_the_same_length() -> None:
    data = "\n".join(golden_lines("nasty-markdown")).encode()
    assert len(mask(data)) == len(data)


def test_tags_that_nothing_ends_hide_only_themselves():
    text = "{% raw %}\n\nOne\n\n{% raw %}\n\nTwo\n\n{% comment %}\n\nkept\n\n{% endcomment %}\n\nThree\n"
    assert messages(text) == ["One", "Two", "Three"]


def test_a_tag_that_is_ended_hides_what_is_inside():
    text = "{% raw %}\n\nkept\n\n{% endraw %}\n\nOne\n\n{% raw %}\n\nTwo\n"
    assert messages(text) == ["One", "Two"]
