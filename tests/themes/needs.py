"""What a theme wants to be told before it builds at all, with or without gratitude: from its README, or its errors."""

from __future__ import annotations

__all__ = ["NEEDS", "Code"]

from typing import Any


class Code(str):
    """A setting that is written as it stands here, in place of a value."""

    __slots__ = ()
    __repr__ = str.__str__


GETTEXT = {
    "JINJA_ENVIRONMENT": {"extensions": ["jinja2.ext.i18n"]},
    "JINJA_GLOBALS": Code(
        "{'gettext': lambda text, **_: text % _, 'ngettext': lambda one, many, n, **_: (one if n == 1 else many) % _}"
    ),
}
PAGES = {
    "PAGINATED_TEMPLATES": {"index": None, "tag": None, "category": None, "author": None, "archives": None},
    "DEFAULT_PAGINATION": 10,
}

NEEDS: dict[str, dict[str, Any]] = {
    "Flex": GETTEXT | {"MAIN_MENU": True},
    "pelican-bootstrap3": GETTEXT,
    "mcss": {
        "PLUGIN_PATHS": ["{theme}/../plugins"],
        "PLUGINS": ["m.htmlsanity"],
        "THEME_STATIC_DIR": "static",
        "DIRECT_TEMPLATES": ["index", "archives"],
        "M_CSS_FILES": ["{url}/static/m-dark.css"],
        "M_THEME_COLOR": "#22272e",
        "M_SITE_LOGO_TEXT": "Still Pages",
        "M_LINKS_NAVBAR1": Code("[(name, link, '', []) for name, link in MENUITEMS]"),
    },
    "attila": {
        "ARCHIVES_URL": "archives.html",
        "AUTHORS_URL": "authors.html",
        "CATEGORIES_URL": "categories.html",
        "TAGS_URL": "tags.html",
    },
    "Papyrus": PAGES,
    "backdrop": PAGES,
    "medio": {"BLOG_AUTHORS": {}},
    "syte": {"PLUGINS": ["webassets"]},  # and the packages cssmin and libsass
    "uikit": {
        "DISPLAY_LINKS_ON_SIDEBAR_LIMIT": 10,
        "DISPLAY_TAGS_ON_SIDEBAR_LIMIT": 10,
        "LICENSE": {"cc_name": "by", "hosted": False, "compact": True, "brief": True},
    },
}
"""By the name of the theme's folder; ``{theme}`` stands for where the theme lies, ``{url}`` for SITEURL."""
