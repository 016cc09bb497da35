"""The people expected, on the desktop: their list and invitations in Prepare, who is who in Live."""
