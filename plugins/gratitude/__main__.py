"""``python -m pelican.plugins.gratitude``: the same as the ``gratitude`` command."""

from .cli import main

if __name__ == "__main__":
    main()
