"""HTML that acts or hides: all that gets it into a page, and what only speaks of it."""

import pytest
from checking import found, message

from l10n.checks.hidden_html import CHECK


@pytest.mark.parametrize(
    ("target", "finding"),
    [
        ("mar <script>f()</script>", "<script>"),
        ("mar <SCRIPT\nsrc=x>", "<script>"),
        ("mar <script", "<script>"),
        ("mar < script >", "<script>"),
        ("mar </b><style>p{}</style>", "<style>"),
        ("mar <iframe src='https://x.example'></iframe>", "<iframe>"),
        ("mar <object data=x></object>", "<object>"),
        ("mar <embed src=x>", "<embed>"),
        ("mar <img src='https://x.example/p.gif'>", "<img>"),
        ("mar <template>x</template>", "<template>"),
        ("mar &lt;script&gt;f()&lt;/script&gt;", "<script>"),
        ("mar &#60;script&#62;", "<script>"),
        ("mar &amp;lt;script&amp;gt;", "<script>"),
        ("mar \\u003cscript\\u003e", "<script>"),
        ("mar %3Cscript%3E", "<script>"),
        ("<b onclick=f()>mar</b>", 'onclick="f()"'),
        ("<b/onmouseover='f(1)'>mar</b>", 'onmouseover="f(1)"'),
        ("<b ONFOCUS = f>mar</b>", 'onfocus="f"'),
        ("<b title='a'onload=f>mar</b>", 'onload="f"'),
        ("<b &#111;nclick=f>mar</b>", 'onclick="f"'),
        ('<span style="display: none">mar</span>', 'style="display: none"'),
        ('<span style="position:absolute;left:-999px">mar</span>', 'style="position:absolute;left:-999px"'),
        ("<b hidden>mar</b>", "hidden"),
        ('<b aria-hidden="true">mar</b>', 'aria-hidden="true"'),
        ('<b class="x sr-only">mar</b>', "sr-only"),
        ("[mar](javascript:f)", "javascript:"),
        ("[mar](<JavaScript:f>)", "javascript:"),
        ("[mar](javascript&colon;f)", "javascript:"),
        ("[mar](java&#115;cript:f)", "javascript:"),
        ("[mar](javascript\\:f)", "javascript:"),
        ("[mar](  vbscript:f)", "vbscript:"),
        ("[mar](data:text/html,x)", "data:"),
        ("![mar](data:image/png;base64,x)", "data:"),
        ("<javascript:f>", "javascript:"),
        ("<a href='java\tscript:f'>mar</a>", "javascript:"),
        ('<a href=" &#1;javascript:f">mar</a>', "javascript:"),
        ("<a href=data:text/html,x>mar</a>", "data:"),
        ("mar <!-- amanhã -->", "<!--"),
        ("mar <!-- amanhã", "<!--"),
        ("mar <![CDATA[x]]>", "<![CDATA["),
        ("mar <?php f() ?>", "<?php"),
        ("mar {/* x */}", "{/*"),
        ("mar {# x #}", "{#"),
        ("mar [](https://x.example)", "a link without a text"),
        ("mar <a href='https://x.example'> </a>", "a link without a text"),
        ("mar\n[//]: # (amanhã)", "[//]: # (amanhã)"),
        ("[x]: https://x.example", "[x]: https://x.example"),
    ],
)
def test_what_acts_or_hides(target, finding):
    assert found(CHECK, message("The sea", target)) == [f"{finding} is not in the source"]


def test_a_refresh_and_a_pixel_are_more_than_one():
    refresh = '<meta http-equiv="refresh" content="0;url=x">'
    assert found(CHECK, message("The sea", refresh)) == [
        "<meta> is not in the source",
        'http-equiv="refresh" is not in the source',
    ]
    assert found(CHECK, message("The sea", "<img src=x width=1 height='0'>")) == [
        "<img> is not in the source",
        'width="1" is not in the source',
        'height="0" is not in the source',
    ]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Use `<script>`.", "Use `<script>`.", "pt_BR"),
        ("Use &lt;script&gt;.", "Use `<script>`.", "pt_BR"),
        ('<a onclick="f()" href="/t">Tides</a>', '<a onclick="f()" href="/t">Marés</a>', "pt_BR"),
        ("![Chart](data:image/png;base64,x)", "![Gráfico](data:image/png;base64,x)", "pt_BR"),
        ("The list, date: 5 May", "Na lista, data: 5 de maio", "pt_BR"),
        ("JavaScript: the basics", "[1] JavaScript: o básico", "pt_BR"),
        ("3 < 5", "3 <5 e 5> 3", "pt_BR"),
        ("Fish & chips", "Peixe &amp; fritas &nbsp;", "pt_BR"),
        ("A `hidden` <b>gem</b>", "Uma joia `hidden` <b>oculta</b>", "pt_BR"),
        ('<img alt="the sea" src="x">', '<img alt="o style hidden mar" src="x">', "pt_BR"),
        ("[Editor's note]: it rained", "[Nota da redação]: choveu muito", "pt_BR"),
        ("100% sure", "100%3 certo", "pt_BR"),
        ("<b>one</b>", "<b>один</b>", "ru"),
        ("The date: today", "« data : aujourd'hui »", "fr"),
        ("a <i>b</i>", "<i>ب</i> أ", "ar"),
    ],
)
def test_what_is_none_of_its_business(source, target, locale):
    assert found(CHECK, message(source, target, locale), locale=locale) == []
