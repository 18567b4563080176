"""Hostile texts, by what they try to break out of. The word ``zqx`` in each shows up wherever one succeeds.

``ALLOWED`` may stand in an evidence file, since people write such things about software, and must then mean itself
everywhere. ``HIDDEN`` are refused wherever they stand.
"""

from __future__ import annotations

MARK = "zqx"

HTML = (
    "<script>zqx()</script>",
    "<img src=x onerror=zqx()>",
    "</title></textarea></style></noscript><svg/onload=zqx()>",
    "<!-- zqx --><!--><![CDATA[ zqx ]]><?zqx?><!zqx>",
    "&lt;b&gt;zqx&#60;i&#x3e;&colon;&zqx;",
    "<base href=//zqx.invalid><meta http-equiv=refresh content=0;url=//zqx.invalid>",
    "</p></div></section></details></table></main><h1 id=zqx>zqx",
    "<details open ontoggle=zqx()><form action=//zqx.invalid><input autofocus onfocus=zqx()>",
    "<link rel=stylesheet href=//zqx.invalid><iframe srcdoc='<script>zqx()</script>'>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=zqx()>",
)
ATTRIBUTES = (
    '" onmouseover="zqx()" style="color:red" x="',
    "' autofocus onfocus='zqx()' x='",
    "`onclick=zqx()` x=y / > zqx",
)
LINKS = (
    "javascript:zqx()",
    "jAvAsCrIpT&colon;zqx()//",
    "data:text/html,<script>zqx()</script>",
    "vbscript:zqx file:///etc/zqx //zqx.invalid \\\\zqx\\share",
    "https://zqx.invalid/ www.zqx.invalid zqx@zqx.invalid mailto:zqx@zqx.invalid",
    "../../../../zqx /etc/zqx .git/zqx",
)
MARKDOWN = (
    "# zqx {#zqx .zqx}",
    "> zqx",
    "- zqx",
    "1. zqx",
    "1986\\. zqx",
    "--- zqx ---",
    "===",
    "***",
    "``` zqx ```",
    "~~~ {.zqx}",
    '!!! danger "zqx"',
    '??? zqx "zqx"',
    '=== "zqx"',
    ": zqx",
    "*[zqx]: zqx",
    "[^zqx]: zqx [^zqx]",
    "[zqx]: https://zqx.invalid 'zqx'",
    "zqx | zqx | zqx |---|:--:|",
    "![zqx](https://zqx.invalid/a.png){: onerror=zqx }",
    "[zqx](javascript:zqx()) [zqx][zqx] [[zqx]]",
    "<https://zqx.invalid> <zqx@zqx.invalid>",
    "{: onclick=zqx #zqx .zqx } zqx",
    "[TOC] :material-zqx: :zqx: ==zqx== ^^zqx^^ ~~zqx~~ ++zqx++ {--zqx--} {~~zqx~>zqx~~}",
    "**zqx** __zqx__ *zqx* _zqx_ `zqx` $zqx$ $$zqx$$ \\(zqx\\)",
    '--8<-- "mkdocs.yml" ;--8<-- zqx',
    "    zqx = 1",
    "\tzqx = 2",
    "zqx\n\n# zqx\n\n- zqx\n\n    zqx\n\n| zqx |\n|---|\n| zqx |\n",
    "zqx\n===\nzqx\n---\n```\nzqx\n",
    "zqx  \nzqx\\",
    "\x02zqx\x03".replace("\x02", "").replace("\x03", "") + " klzzwxh:0001 wzxhzdk:0",
)
TEMPLATES = (
    "{{ zqx }} {{ 7*7 }} {{ site.review }}",
    "{% include 'zqx' %} {% raw %}",
    "{# zqx #} {## zqx ##}",
    "${zqx} #{zqx} <%= zqx %> %(zqx)s {0.__class__} {zqx!r}",
    "!ENV [HOME, zqx] !!python/name:zqx !relative",
)
FRONT_MATTER = (
    "---",
    "--- zqx",
    "zqx: [",
    "zqx: &a *a <<: !!zqx",
    "... zqx",
    "null",
    "true",
    "1e999",
    "2024-01-01",
    "~",
    "😀: zqx",
)
XML = (
    "]]>zqx",
    "<!DOCTYPE zqx [<!ENTITY zqx SYSTEM 'file:///etc/hostname'>]>&zqx;",
    "</text></svg><script>zqx()</script>",
    "<use xlink:href=//zqx.invalid/#zqx /><foreignObject>zqx",
)
JSON = (
    '"}],"zqx":[{"zqx":"',
    "\\u003cscript\\u003ezqx()\\u003c/script\\u003e",
    "\\",
    '\\"',
    "__proto__",
    "constructor",
    "</script zqx>",
)
TEX = (
    "}, url = {https://zqx.invalid}, zqx = {",
    "}}\n@misc{zqx,\n  title = {zqx}\n}\n",
    "\\input{/etc/zqx} \\write18{zqx} \\end{document}",
    "100 % & #1 $zqx_1$ ~ ^ \\ zqx",
    '" # zqx # "',
    "zqx and zqx and others",
    "{zqx",
    "zqx}",
    "@string{zqx = {",
)
RIS = ("ER  - ", "TY  - ZQX", "zqx\r\nER  - \r\nTY  - ZQX\r\n", "zqx\nAU  - zqx\n", "ZQX, zqx, zqx")
SPREADSHEETS = (
    '=HYPERLINK("https://zqx.invalid","zqx")',
    "=cmd|' /C calc'!A0 zqx",
    "+zqx",
    "-2+3+zqx",
    "@SUM(zqx)",
    "\uff1dzqx",
    "\uff0bzqx",
    "\uff0dzqx",
    "\uff20zqx",
    "  =zqx",
    "\t=zqx",
    "\xa0=zqx",
    "\u3000@zqx",
    "\n=zqx",
    "\u200b=zqx",
    '"=zqx"',
    "zqx,=zqx",
    "zqx;=zqx",
    "zqx\t=zqx",
    'zqx"\n=zqx\n"',
    "%zqx",
    "|zqx",
    "\u2212zqx",
)
LOGS = (
    "::error::zqx",
    "::set-output name=zqx::zqx",
    "zqx\n::stop-commands::zqx\n",
    "##[error]zqx",
    "%0A::error::zqx",
    "zqx\n##vso[task.zqx]",
    "@zqx #1 zqx/zqx#1 GH-1",
    "\\x1b[31mzqx \\e]0;zqx\\a",
)
VEGA = (
    "datum.zqx",
    "data:image/svg+xml,<svg onload=zqx()>",
    "url(https://zqx.invalid/x)",
    "zqx'); zqx(); ('",
    "{signal: zqx}",
    "zqx.zqx[0]\\.zqx",
)
UNICODE = (
    "\u200fzqx\u200e \u05d0\u05d1",
    "e\u0301 z\u0337q\u0337x\u0337" + "\u0301" * 30,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1ea\U0001f1fa",
    "\ufffd \u2800 \u3164zqx\u115f",
    "\u0130\u0131\u1e9e\ufb03\ufdfa",
    "zqx\u00adzqx\u2060zqx\u034f",
    "\ufe0f\u20e3\U000e0001zqx\U000e007f",
    "\ue000zqx\U000f0000",
)
LONG = tuple(
    (run * 2000)[:1990] + "zqx"
    for run in (
        "[", "![", "[^1]", "[](", "`", "*", "**a", "_", "<", "<a ", "&", "\\", "~", "{:", "(", "|", "http://", "a@",
        "\n", "\n\n", "\n    ", "- ", "> ", " ", "\t", "é", "<!--", "[a][",
    )
)  # fmt: skip
"""As long as a text may be, of what makes readers of Markdown slow."""

GROUPS = {
    "html": HTML,
    "attributes": ATTRIBUTES,
    "links": LINKS,
    "markdown": MARKDOWN,
    "templates": TEMPLATES,
    "front matter": FRONT_MATTER,
    "xml": XML,
    "json": JSON,
    "tex": TEX,
    "ris": RIS,
    "spreadsheets": SPREADSHEETS,
    "logs": LOGS,
    "vega": VEGA,
    "unicode": UNICODE,
}
SHORT = tuple(text for group in GROUPS.values() for text in group)
ALLOWED = SHORT + LONG

HIDDEN = tuple(
    f"zqx{character}zqx"
    for character in (
        "\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1b[31m", "\x7f", "\x80", "\x85", "\x9b31m", "\x9f",
        "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069",
        "\ufeff", "\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ud800", "\udfff", "\r",
    )
)  # fmt: skip
"""Characters that a reviewer cannot see, and that change what is seen."""

NO_IDS = (
    "", " ", ".", "..", "../zqx", "a/b", "a\\b", "/etc/zqx", ".zqx", "zqx.", "zqx ", " zqx", "-zqx",
    "--upload-pack=zqx",
    "_zqx", "ZQX", "Zqx", "zqx:zqx", "zqx?zqx", "zqx#zqx", "zqx%2f", "zqx\nzqx", "zqx\n", "zqx\u200b", "z\u0301qx",
    "\uff5aqx", "con", "nul", "nul.zqx", "aux.a.b", "prn", "com1", "com0.x", "lpt9", "index", "index.html", "readme",
    "readme.md", "404", "404.html", "search", "search.json", "zqx<b>", "zqx|zqx", "zqx*", "$zqx", "`zqx`",
    "~", "zq" * 41,
    "javascript:zqx", "{{zqx}}", "zqx;zqx", "zqx&zqx", "zqx'", 'zqx"', "é", "\u0441on", "zqx@", "zqx+zqx", "zqx,zqx",
)  # fmt: skip
"""What must never name a file, a page, an anchor or a citation key."""

NO_NUMBERS = (
    "true", "false", ".nan", ".NaN", ".inf", "-.inf", "+.INF", "nan", "NaN", "inf", "-inf", "Infinity",
    "1e999", "-1e999",
    "1_000", "0x1F", "0o17", "0b1", "017", "1:30", "1:30:15", "1,5", "1.5.2", "\uff11\uff12", "\u0661",
    "\u00b2", "\u2160",
    "1 000", "1\u00a0000", "\u22125", "--5", "+-5", "5-", "1e", "e5", ".", "1.e+", "5 %", "5%", "~", "null",
    '"5"', "'5'",
    "2024-01-01", "1/2", "1e16", "-1e16", "9" * 400, "1" + "0" * 30, "1e-", "[5]", "{a: 5}", "|-\n   5",
    "!!float 5", "&a 5",
)  # fmt: skip
"""What must not pass for a number of about 5, as it may be written without quotes in a file."""
