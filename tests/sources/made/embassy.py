"""The page of a strategy as an embassy's site serves it: the document between all that a site adds."""

from __future__ import annotations

NAVIGATION = "Home Visas Services Our Relationship Mission Goal 1 Education News Events Search"
BANNER = "We use cookies to improve this site."
SHARED = "Share this page on Facebook"
FOOTER = "Privacy Contact This is the official website of the Embassy Last Updated: January 5, 2025"
OF_THE_SITE = (NAVIGATION, BANNER, SHARED, FOOTER)

_MENU = "".join(
    f'<li class="menu-item"><a href="/{at}/">{words}</a></li>'
    for at, words in enumerate(
        ("Home", "Visas", "Services", "Our Relationship", "Mission Goal 1", "Education", "News", "Events")
    )
)
_ABOVE = f"""
<div id="cookie-notice" class="cookie-consent"><p>{BANNER}</p><button>Accept</button></div>
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header class="site-header"><nav class="main-navigation"><ul>{_MENU}</ul></nav>
<form role="search">Search</form></header>
"""
_BREADCRUMB = '<div class="breadcrumbs"><a href="/">Home</a> » <a href="/s/">Strategies</a></div>'
_SHARE = f'<div class="social-share"><a href="#">{SHARED}</a></div>'
_BELOW = """
<footer class="site-footer"><ul><li><a href="/privacy">Privacy</a></li><li><a href="/contact">Contact</a></li></ul>
<p>This is the official website of the Embassy</p><p>Last Updated: January 5, 2025</p></footer>
<script>window.analytics = {"Mission Goal 9": "Objective 9.9"};</script>
"""


def wordpress(body: str) -> str:
    """As WordPress lays it out: an article in a ``main``."""
    return _site(
        f'<div id="content" class="site-content"><main id="main"><article class="page type-page hentry">{_BREADCRUMB}'
        f'<div class="entry-content">{_SHARE}{body}{_SHARE}</div></article></main></div>'
    )


def drupal(body: str) -> str:
    """As Drupal lays it out: regions, blocks and fields, and a list of the page's own parts at the side."""
    parts = '<li><a href="#1">Mission Goal 1</a></li><li><a href="#2">Goal 2</a></li>'
    side = f'<aside class="sidebar"><ul>{parts}</ul></aside>'
    return _site(
        f'<div class="region region-content"><div class="block block-system">{_BREADCRUMB}<div role="main">{side}'
        f'<div class="field field--name-body field--type-text-with-summary">{body}</div></div></div></div>'
    )


def boxes(body: str) -> str:
    """As older sites lay it out: boxes without names."""
    return _site(
        f'<div class="w"><div class="x">{_BREADCRUMB}</div><div class="y"><div>{body}</div></div></div>{_SHARE}'
    )


def tables(body: str) -> str:
    """As the oldest sites lay it out: in a table."""
    menu = f'<ul class="menu">{_MENU}</ul>'
    return _site(
        f'<table width="100%"><tr><td>{menu}</td><td><table><tr><td>{body}</td></tr></table></td></tr></table>'
    )


def _site(content: str) -> str:
    title = "Integrated Country Strategies Archive | U.S. Embassy"
    head = f'<head><meta charset="utf-8"><title>{title}</title><style>.nav {{ color: red }}</style></head>'
    return f'<!DOCTYPE html>\n<html lang="en-US">{head}<body class="no-sidebar">{_ABOVE}{content}{_BELOW}</body></html>'
