"""A very small blog with every sort of note: what the golden output in ../tiny.expected is built from."""

SITENAME = "Harbour Notes"
AUTHOR = "Ada Marsh"
SITEURL = "https://harbour.example"
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = "cache"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
DEFAULT_DATE_FORMAT = "%d %B %Y"
PLUGINS = ["gratitude"]
ARTICLE_URL = "{slug}/"
ARTICLE_SAVE_AS = "{slug}/index.html"
ARTICLE_LANG_URL = "{slug}/{lang}/"
ARTICLE_LANG_SAVE_AS = "{slug}/{lang}/index.html"
DRAFT_URL = "drafts/{slug}/"
DRAFT_SAVE_AS = "drafts/{slug}/index.html"
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
