"""What the world sees: note files become the wall, the questions, a box on each post, and feeds. Pure.

`plugin` is the door (Pelican's signals). Everything else is handed to it: notes, settings, Jinja's environment.
"""
