"""Questions of learners on the desktop."""
