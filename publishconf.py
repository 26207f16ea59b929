# Used when the blog is published:  pelican content -s publishconf.py

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *

SITEURL = "https://stillpages.example.com"
RELATIVE_URLS = False

FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
GRATITUDE_FEED_ATOM = "feeds/thanks.atom.xml"
GRATITUDE_QUESTIONS_FEED_ATOM = "feeds/questions.atom.xml"

DELETE_OUTPUT_DIRECTORY = False
