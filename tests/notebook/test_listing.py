"""Code and terminals."""

from __future__ import annotations

from workbook.notebook.listing import bare_text, listing_html, plain_html, terminal_html


def test_code_is_highlighted_by_classes_and_never_by_styles() -> None:
    html = listing_html("if x < 1:\n    print('<b>')  # so\n")
    assert '<span class="nb-k-k">if</span>' in html
    assert "&lt;b&gt;" in html
    assert "style=" not in html


def test_an_unknown_language_is_plain() -> None:
    assert listing_html("<x>", "gibtsnicht") == '<pre class="nb-code"><code>&lt;x&gt;</code></pre>\n'
    assert '<span class="nb-k-k">' in listing_html("if x: pass", "ipython3")


def test_a_terminal_keeps_its_colours_as_classes() -> None:
    html = terminal_html(
        "\x1b[1;31mrot\x1b[0m \x1b[38;5;208mbunt\x1b[0m\x1b[2K\x1b]8;;https://evil.example\x07Link <b>"
    )
    assert 'class="ansi-red' in html
    assert "ansi-bold" in html
    assert "style=" not in html
    assert "\x1b" not in html
    assert "evil" not in html
    assert "&lt;b&gt;" in html


def test_a_line_written_over_shows_its_last_state() -> None:
    assert terminal_html("10%\r50%\r100%\nfertig\r\n") == '<pre class="nb-terminal">100%\nfertig\n</pre>\n'


def test_bare_and_plain_text() -> None:
    assert bare_text("\x1b[31mrot\x1b[0m") == "rot"
    assert plain_html("<b>") == '<pre class="nb-terminal">&lt;b&gt;</pre>\n'
