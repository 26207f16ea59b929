"""Does gratitude look right, unedited, in a theme it has never seen? Run by hand over folders with fetched themes.

    .venv/bin/python -m tests.themes --themes DIR...

builds one blog with every sort of note in each theme, opens our pages in Chromium and says what is wrong. Without
``--themes``: in Pelican's own two, as tests/site/test_themes.py does, and in the sample blog's. docs/explanation/any-theme.md
tells what is looked at.
"""
