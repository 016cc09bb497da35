"""A person is erased while a copy of the class is away: when it comes back, it forgets them too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.discussion.commands import EditMessage, PostMessage
from app.domain.kernel.words import MAIN, derived_id
from app.domain.roster.commands import EraseMember
from app.domain.roster.state import RosterState
from tests.e2e.house import House, bytes_of, go_live, page_texts, page_until, past, relay_records, texts, until

if TYPE_CHECKING:
    from pathlib import Path

SECRETS = ("Zéphyrine", "canari-numéro-un", "canari-numéro-deux")
"""What belongs to the one who is erased: a name, a message, and its second version."""


def holds(folder: Path) -> set[tuple[str, str]]:
    """Return which secrets stand in which files of a folder, as text or as JSON may write it."""
    found = set()
    for name, content in bytes_of(folder).items():
        for secret in SECRETS:
            escaped = secret.encode("ascii", "backslashreplace").replace(b"\\xe9", b"\\u00e9")
            if secret.encode() in content or escaped in content:
                found.add((name, secret))
    return found


async def test_an_erasure_reaches_a_copy_that_was_away(house: House):
    """Neither its files nor those of anybody who stayed hold the words, and every chain still holds."""
    relay = house.relay()
    host_desk, other_desk = house.desk("host"), house.desk("cofacilitator")
    host = await house.host(relay, host_desk)
    await go_live(host)
    cofacilitator = await house.cofacilitator(host, other_desk)
    page = await house.learner(host, "Zéphyrine")
    posted = page.submit(PostMessage(channel=MAIN, text="canari-numéro-un"))
    page.submit(EditMessage(message=derived_id(posted, page.member, 0), text="canari-numéro-deux"))
    await host.do(PostMessage(channel=MAIN, text="Merci à tous"))
    await page_until(page, lambda: page_texts(page) and not page.unsettled)
    await until(cofacilitator, lambda: cofacilitator.head == host.head and len(texts(cofacilitator)) == 2)
    await cofacilitator.close()
    # Otherwise it would prove nothing that they are gone later.
    assert {secret for _, secret in holds(other_desk.folder)} == set(SECRETS)

    await host.do(EraseMember(member=page.member))
    other_desk.close()
    assert {secret for _, secret in holds(other_desk.folder)} == set(SECRETS)
    other_desk = house.desk("cofacilitator")
    again = await house.reopened(other_desk)
    assert "canari-numéro-deux" in texts(again)
    again.connect()
    await until(again, lambda: again.head == host.head and "canari-numéro-deux" not in texts(again))
    session, member = host.session, page.member
    await again.close()
    await host.close()
    relay.kill()

    found = past(other_desk, session)
    assert found.world.state(RosterState).members[member].name == ""
    assert [record.hash for record in found.records] == [record.hash for record in past(host_desk, session).records]
    assert relay_records(relay, session).records[-1].hash == found.records[-1].hash
    for desk in (other_desk, host_desk):
        desk.close()
    for folder in (other_desk.folder, host_desk.folder, relay.data):
        assert holds(folder) == set()
