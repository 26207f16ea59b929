"""The private settings."""

import pytest

from gratitude.errors import SettingsError
from gratitude.settings import FILE, SETTINGS, Settings, read_settings, settings_text


def test_no_file_means_the_defaults(tmp_path):
    """A folder without settings.toml is a usual one."""
    assert read_settings(tmp_path) == Settings()


def test_what_init_writes_is_read_back(tmp_path):
    """The file that init writes holds the settings, and what is at its default only as a comment."""
    settings = Settings(addresses=("me@example.com",), sources=("~/Mail",))
    (tmp_path / FILE).write_text(settings_text(settings), "utf-8")

    assert read_settings(tmp_path) == settings
    assert "# spam_days = 30" in settings_text(settings)


def test_all_problems_are_told_at_once(tmp_path):
    """One run names everything that is wrong, without the values."""
    (tmp_path / FILE).write_text(
        '[author]\naddresses = ["nobody"]\n[keep]\nspam_days = 0\n[akismet]\nkey = "secret-1"\n[lists]\nallow = "x"\n'
    )

    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)

    said = str(caught.value)
    assert all(name in said for name in ("[author] addresses", "[keep] spam_days", "[akismet] key", "[lists] allow"))
    assert "secret-1" not in said


@pytest.mark.parametrize("text", ["[author\n", "addresses = ", "key = 'secret-1"])
def test_broken_toml_names_the_file_and_never_the_line(tmp_path, text):
    """A settings file may hold keys: its text stays out of errors."""
    (tmp_path / FILE).write_text(text)

    with pytest.raises(SettingsError, match=r"settings\.toml is not valid TOML") as caught:
        read_settings(tmp_path)
    assert "secret-1" not in str(caught.value)


def test_every_setting_has_a_default_that_passes_its_check():
    """Each setting has a default, a check and a sentence."""
    for setting in SETTINGS:
        default = list(setting.default) if isinstance(setting.default, tuple) else setting.default
        assert (setting.check(default), bool(setting.help)) == ("", True), setting.title
