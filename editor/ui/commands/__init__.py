"""The one table of commands: menus, tool bar, palette and shortcuts are made from it."""
