"""The groups that are being formed: a proposal that one changes by hand before it becomes rooms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.grouping.rules import Groups


@dataclass(frozen=True)
class Group:
    """A room to be.

    Attributes:
        name: what it is called.
        members: who will be in it.
        captain: who speaks for it; empty for nobody.
        link: a meeting of its own, for those who talk in another tool; empty for none.
    """

    name: str
    members: tuple[str, ...] = ()
    captain: str = ""
    link: str = ""


@dataclass(frozen=True)
class Proposal:
    """Rooms to be, and who is in none of them.

    Attributes:
        groups: in their order.
        left_out: who stays where they are.
    """

    groups: tuple[Group, ...] = ()
    left_out: tuple[str, ...] = ()

    @staticmethod
    def of(groups: Groups, names: Iterable[str], everybody: Iterable[str]) -> Proposal:
        """Make a proposal of groups.

        Args:
            groups: of members.
            names: of the rooms, as many.
            everybody: who is there.
        """
        placed = {member for group in groups for member in group}
        made = tuple(Group(name, members) for name, members in zip(names, groups, strict=True))
        return Proposal(made, tuple(member for member in everybody if member not in placed))

    @property
    def members(self) -> frozenset[str]:
        """Everybody it speaks of."""
        return frozenset(self.left_out).union(*(group.members for group in self.groups))

    def moved(self, members: Iterable[str], place: int) -> Proposal:
        """Put people into another group.

        Args:
            members: who.
            place: of the group, from 0; -1 leaves them out.
        """
        moving = tuple(dict.fromkeys(members))
        gone = set(moving)
        groups = []
        for at, group in enumerate(self.groups):
            kept = tuple(member for member in group.members if member not in gone)
            captain = group.captain if group.captain in kept or (at == place and group.captain in gone) else ""
            groups.append(replace(group, members=(*kept, *moving) if at == place else kept, captain=captain))
        left_out = tuple(member for member in self.left_out if member not in gone)
        return Proposal(tuple(groups), (*left_out, *moving) if place < 0 else left_out)

    def captained(self, member: str) -> Proposal:
        """Let somebody speak for their group, or no longer.

        Args:
            member: of a group.
        """
        return replace(
            self,
            groups=tuple(
                replace(group, captain="" if group.captain == member else member) if member in group.members else group
                for group in self.groups
            ),
        )

    def renamed(self, place: int, name: str) -> Proposal:
        """Call a room something else.

        Args:
            place: of the group, from 0.
            name: from now on.
        """
        groups = [replace(group, name=name) if at == place else group for at, group in enumerate(self.groups)]
        return replace(self, groups=tuple(groups))

    def linked(self, place: int, link: str) -> Proposal:
        """Give a room a meeting of its own.

        Args:
            place: of the group, from 0.
            link: its address; empty for none.
        """
        groups = [replace(group, link=link) if at == place else group for at, group in enumerate(self.groups)]
        return replace(self, groups=tuple(groups))

    def with_people(self, everybody: Iterable[str]) -> Proposal:
        """Follow who came and went: newcomers are left out until somebody places them.

        Args:
            everybody: who is there now.
        """
        there = dict.fromkeys(everybody)
        known = self.members
        groups = tuple(
            replace(
                group,
                members=(kept := tuple(member for member in group.members if member in there)),
                captain=group.captain if group.captain in kept else "",
            )
            for group in self.groups
        )
        kept_out = tuple(member for member in self.left_out if member in there)
        return Proposal(groups, (*kept_out, *(member for member in there if member not in known)))
