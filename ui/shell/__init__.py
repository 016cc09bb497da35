"""The frame of the desktop: main window, modes, actions, attention, settings."""
