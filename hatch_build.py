"""Editable installs only: build/editable/pelican/plugins/gratitude -> plugins/gratitude, so that Pelican finds it."""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class EditableLink(BuildHookInterface):
    def initialize(self, version, build_data):
        if version == "editable":
            link = Path(self.root, "build/editable/pelican/plugins/gratitude")
            target = Path(self.root, "plugins/gratitude")
            link.parent.mkdir(parents=True, exist_ok=True)
            if link.resolve() != target.resolve():  # missing, dead, or of the folder this clone was copied from
                link.unlink(missing_ok=True)
                link.symlink_to(target, target_is_directory=True)
