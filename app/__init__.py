"""Everything that runs without a screen: the domain, storage, sync, the relay, rehearsals and reports."""
