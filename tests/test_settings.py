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
        '[author]\naddresses = ["nobody"]\n[keep]\nspam_days = 0\n[akismet]\nkey = "secret-1 "\n[lists]\nallow = "x"\n'
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


def test_the_environment_goes_before_the_file(tmp_path):
    """A key need not stand in a file; without a file too."""
    (tmp_path / FILE).write_text('[akismet]\nkey = "from-the-file"\nmail = true\n')
    environ = {"PYTHON_AKISMET_API_KEY": " outside ", "GRATITUDE_AKISMET_ENDPOINT": "http://127.0.0.1:8901"}

    found = read_settings(tmp_path, environ)

    assert ("outside", "http://127.0.0.1:8901", True) == (found.akismet_key, found.akismet_endpoint, found.akismet_mail)
    assert "outside" == read_settings(tmp_path / "nowhere", environ).akismet_key
    assert "outside" == read_settings(None, environ).akismet_key
    assert "from-the-file" == read_settings(tmp_path, {"PYTHON_AKISMET_API_KEY": " "}).akismet_key


def test_a_wrong_value_in_the_environment_is_named_without_it(tmp_path):
    """All at once, with those of the file."""
    (tmp_path / FILE).write_text("[keep]\nspam_days = 0\n")
    environ = {"PYTHON_AKISMET_API_KEY": "secret 1", "GRATITUDE_AKISMET_ENDPOINT": "ftp://secret-2"}

    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, environ)

    assert all(name in str(caught.value) for name in (*environ, "spam_days"))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("endpoint", "good"),
    [
        ("", True), ("https://rest.example.com", True), ("https://rest.example.com:8443/", True), ("http://127.0.0.1:80", True),
        ("http://localhost:80", True), ("http://[::1]:80", True), ("http://rest.example.com", False), ("https://x.example/path", False),
        ("https://user@x.example", False), ("x.example", False), ("http://127.0.0.1.example.com", False), (3, False), ("https://x.example\n", False),
    ],
)  # fmt: skip
def test_a_key_travels_in_the_clear_to_this_machine_only(endpoint, good):
    """https, or loopback; no path, no name in it."""
    setting = next(s for s in SETTINGS if s.field == "akismet_endpoint")

    assert good == (setting.check(endpoint) == "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[lists]\nallw = []", "[lists] allw is no setting; in [lists] there are allow, deny"),
        ("[publish]\ncount = true", "[publish] count is no setting; in [publish] there is counted"),
        ("[publsh]\ncounted = true", "[publsh] counted is no setting; the tables are [author], [collect], [lists], "),
        ("counted = true", "`counted` stands in no table; the tables are [author], "),
    ],
)
def test_a_mistyped_setting_names_what_there_is(tmp_path, text, said):
    """Who installed the program has no docs folder to be sent to."""
    (tmp_path / FILE).write_text(text)

    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    assert said in str(caught.value)


def test_the_key_is_not_in_the_repr():
    """A settings object may land in a traceback or a debugger's log."""
    assert "secret" not in repr(Settings(akismet_key="secret-1"))
    assert 'key = "secret-1"' in settings_text(Settings(akismet_key="secret-1"))
