"""What stands around a text, and is set apart: menus, mastheads, captions, footers."""
