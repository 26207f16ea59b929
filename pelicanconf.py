AUTHOR = "Maren Holt"
AUTHOR_EMAIL = "maren@stillpages.example.com"
SITENAME = "Still Pages"
SITESUBTITLE = "Notes on keeping a small static blog"
SITEURL = ""

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"

TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "en"
DATE_FORMATS = {"en": "%-d %B %Y", "de": "%-d.%-m.%Y"}

# Addresses without .html, as the old blog had them
ARTICLE_URL = "{slug}/"
ARTICLE_SAVE_AS = "{slug}/index.html"
ARTICLE_LANG_URL = "{slug}-{lang}/"
ARTICLE_LANG_SAVE_AS = "{slug}-{lang}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"

MENUITEMS = [
    ("Posts", "/"),  # the front page
    ("Who this helped", "/who-this-helped/"),  # letters of thanks, made by gratitude
    ("Questions", "/questions/"),  # what readers asked, made by gratitude
]

DEFAULT_PAGINATION = False

# Feeds are only wanted in the published blog: see publishconf.py
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["gratitude"]

# The private folder of this sample blog, ignored by git.
# For a blog of your own, leave this line out.
GRATITUDE_HOME = ".gratitude"
