<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%n people are in %2 now</source>
        <comment>moved to a room</comment>
        <translation>
            <numerusform>%n person is in %2 now</numerusform>
            <numerusform>%n people are in %2 now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people return to the main room.</source>
        <comment>from a room that closes</comment>
        <translation>
            <numerusform>%n person returns to the main room.</numerusform>
            <numerusform>%n people return to the main room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n people from the class?</source>
        <comment>chosen</comment>
        <translation>
            <numerusform>Remove %n person from the class?</numerusform>
            <numerusform>Remove %n people from the class?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgendaActs</name>
    <message numerus="yes">
        <source>%n activity(s) removed</source>
        <translation>
            <numerusform>%n activity removed</numerusform>
            <numerusform>%n activities removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rest is cut by %n minute(s)</source>
        <comment>of the agenda</comment>
        <translation>
            <numerusform>The rest is cut by %n minute</numerusform>
            <numerusform>The rest is cut by %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnonymousStrip</name>
    <message numerus="yes">
        <source>%n not heard</source>
        <comment>aliases</comment>
        <translation>
            <numerusform>%n not heard</numerusform>
            <numerusform>%n not heard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AsideBar</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>found</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardDelegate</name>
    <message numerus="yes">
        <source>%n useful</source>
        <comment>people who find it so</comment>
        <translation>
            <numerusform>%n useful</numerusform>
            <numerusform>%n useful</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPanel</name>
    <message numerus="yes">
        <source>%n useful</source>
        <comment>people who find it so</comment>
        <translation>
            <numerusform>%n useful</numerusform>
            <numerusform>%n useful</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarriedOver</name>
    <message numerus="yes">
        <source>%n question(s) asked</source>
        <comment>in a class</comment>
        <translation>
            <numerusform>%n question asked</numerusform>
            <numerusform>%n questions asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered by peers</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n answered by peers</numerusform>
            <numerusform>%n answered by peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) copied</source>
        <translation>
            <numerusform>%n question copied</numerusform>
            <numerusform>%n questions copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChannelTabs</name>
    <message numerus="yes">
        <source>%n unread</source>
        <comment>messages of a channel</comment>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassView</name>
    <message numerus="yes">
        <source>%n people are here</source>
        <comment>in the class, on the projector</comment>
        <translation>
            <numerusform>%n person is here</numerusform>
            <numerusform>%n people are here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>%n left</source>
        <comment>characters that may still be written</comment>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <comment>characters above the limit</comment>
        <translation>
            <numerusform>%n too many</numerusform>
            <numerusform>%n too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionIndicator</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>commands not yet received by the server</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <comment>below, in a conversation</comment>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message numerus="yes">
        <source>%n activity(s) chosen</source>
        <translation>
            <numerusform>%n activity chosen</numerusform>
            <numerusform>%n activities chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>“%1” opened: %n activity(ies)</source>
        <translation>
            <numerusform>“%1” opened: %n activity</numerusform>
            <numerusform>“%1” opened: %n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poll(s) read from “%1”</source>
        <translation>
            <numerusform>%n poll read from “%1”</numerusform>
            <numerusform>%n polls read from “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) left out</source>
        <translation>
            <numerusform>%n question left out</numerusform>
            <numerusform>%n questions left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpectedAttention</name>
    <message numerus="yes">
        <source>%n people on your list came by the code</source>
        <translation>
            <numerusform>%n person on your list came by the code</numerusform>
            <numerusform>%n people on your list came by the code</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are not here yet</source>
        <comment>of those expected</comment>
        <translation>
            <numerusform>%n person is not here yet</numerusform>
            <numerusform>%n people are not here yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpectedStrip</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>people</comment>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n people expected have come</source>
        <translation>
            <numerusform>The one person expected has come</numerusform>
            <numerusform>All %n people expected have come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Match all %n who are on the list</source>
        <translation>
            <numerusform>Match the one who is on the list</numerusform>
            <numerusform>Match all %n who are on the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormingFields</name>
    <message numerus="yes">
        <source>%n people</source>
        <comment>in a room</comment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormingPanel</name>
    <message numerus="yes">
        <source>%n round(s): nobody meets anybody again.</source>
        <translation>
            <numerusform>%n round: nobody meets anybody again.</numerusform>
            <numerusform>%n rounds: nobody meets anybody again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) meet again.</source>
        <translation>
            <numerusform>%n pair meets again.</numerusform>
            <numerusform>%n pairs meet again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No fewer than %n are possible.</source>
        <translation>
            <numerusform>No fewer than %n is possible.</numerusform>
            <numerusform>No fewer than %n are possible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpInReview</name>
    <message numerus="yes">
        <source>%n call(s) for help</source>
        <comment>in a class</comment>
        <translation>
            <numerusform>%n call for help</numerusform>
            <numerusform>%n calls for help</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <comment>calls for help</comment>
        <translation>
            <numerusform>%n answered</numerusform>
            <numerusform>%n answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <comment>calls for help</comment>
        <translation>
            <numerusform>%n without an answer</numerusform>
            <numerusform>%n without an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvitationView</name>
    <message numerus="yes">
        <source>%n people are not in the class yet; they get the link for all.</source>
        <translation>
            <numerusform>%n person is not in the class yet, and gets the link for all.</numerusform>
            <numerusform>%n people are not in the class yet; they get the link for all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invitations copied</source>
        <translation>
            <numerusform>%n invitation copied</numerusform>
            <numerusform>%n invitations copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinView</name>
    <message numerus="yes">
        <source>%n people are here</source>
        <comment>in the class, on the projector</comment>
        <translation>
            <numerusform>%n person is here</numerusform>
            <numerusform>%n people are here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message numerus="yes">
        <source>Insert %n activity(ies)</source>
        <comment>those that are picked out</comment>
        <translation>
            <numerusform>Insert %n activity</numerusform>
            <numerusform>Insert %n activities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message numerus="yes">
        <source>%n people taken off the list</source>
        <translation>
            <numerusform>%n person taken off the list</numerusform>
            <numerusform>%n people taken off the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people added</source>
        <translation>
            <numerusform>%n person added</numerusform>
            <numerusform>%n people added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more lines</source>
        <translation>
            <numerusform>… and %n more line</numerusform>
            <numerusform>… and %n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n people</source>
        <translation>
            <numerusform>Add %n person</numerusform>
            <numerusform>Add %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines to look at</source>
        <translation>
            <numerusform>%n line to look at</numerusform>
            <numerusform>%n lines to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people expected</source>
        <translation>
            <numerusform>%n person expected</numerusform>
            <numerusform>%n people expected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matching</name>
    <message numerus="yes">
        <source>%n people found on the list</source>
        <translation>
            <numerusform>%n person found on the list</numerusform>
            <numerusform>%n people found on the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message numerus="yes">
        <source>Merged: %n change(s) came in</source>
        <translation>
            <numerusform>Merged: %n change came in</numerusform>
            <numerusform>Merged: %n changes came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to settle</source>
        <translation>
            <numerusform>%n thing to settle</numerusform>
            <numerusform>%n things to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <comment>in a conversation</comment>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies)</source>
        <comment>to a message</comment>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private note(s)</source>
        <comment>on a message</comment>
        <translation>
            <numerusform>%n private note</numerusform>
            <numerusform>%n private notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModeButton</name>
    <message numerus="yes">
        <source>%n second(s) between two texts</source>
        <translation>
            <numerusform>%n second between two texts</numerusform>
            <numerusform>%n seconds between two texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) between two texts</source>
        <translation>
            <numerusform>%n minute between two texts</numerusform>
            <numerusform>%n minutes between two texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModerationPanel</name>
    <message numerus="yes">
        <source>Approve all %n</source>
        <comment>held texts</comment>
        <translation>
            <numerusform>Approve %n</numerusform>
            <numerusform>Approve all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamePicker</name>
    <message numerus="yes">
        <source>%n name(s): Down and Up choose, Enter inserts</source>
        <comment>offered while typing</comment>
        <translation>
            <numerusform>%n name: Down and Up choose, Enter inserts</numerusform>
            <numerusform>%n names: Down and Up choose, Enter inserts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <comment>lines that are not listed</comment>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesInReview</name>
    <message numerus="yes">
        <source>%n to follow up</source>
        <comment>notes of a past class</comment>
        <translation>
            <numerusform>%n to follow up</numerusform>
            <numerusform>%n to follow up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) copied</source>
        <translation>
            <numerusform>%n note copied</numerusform>
            <numerusform>%n notes copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OffersCard</name>
    <message numerus="yes">
        <source>%n minute(s) too long. Keep the time?</source>
        <comment>later than planned</comment>
        <translation>
            <numerusform>%n minute too long. Keep the time?</numerusform>
            <numerusform>%n minutes too long. Keep the time?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) too long. Win back what can be?</source>
        <comment>later than planned</comment>
        <translation>
            <numerusform>%n minute too long. Win back what can be?</numerusform>
            <numerusform>%n minutes too long. Win back what can be?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnAirStrip</name>
    <message numerus="yes">
        <source>%n person(s) want an answer</source>
        <translation>
            <numerusform>%n person wants an answer</numerusform>
            <numerusform>%n people want an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassForm</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>for a lead</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastNotes</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <comment>of a note</comment>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <comment>of a note</comment>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastPollsPanel</name>
    <message numerus="yes">
        <source>%n round(s)</source>
        <comment>of a poll</comment>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleSheet</name>
    <message numerus="yes">
        <source>Add %n people to the class</source>
        <translation>
            <numerusform>Add %n person to the class</numerusform>
            <numerusform>Add %n people to the class</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinsBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>pinned messages</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message numerus="yes">
        <source>%n activity(s)</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learner(s)</source>
        <translation>
            <numerusform>%n learner</numerusform>
            <numerusform>%n learners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PollPart</name>
    <message numerus="yes">
        <source>%n answers</source>
        <comment>to a poll, on the projector</comment>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticeStrip</name>
    <message numerus="yes">
        <source>%n simulated learner(s) in the class.</source>
        <comment>who have joined</comment>
        <translation>
            <numerusform>%n simulated learner in the class.</numerusform>
            <numerusform>%n simulated learners in the class.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalActs</name>
    <message numerus="yes">
        <source>%n topics are proposed</source>
        <comment>by learners</comment>
        <translation>
            <numerusform>%n topic is proposed</numerusform>
            <numerusform>%n topics are proposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalsBox</name>
    <message numerus="yes">
        <source>A proposal opens by itself with %n vote(s).</source>
        <comment>of peers</comment>
        <translation>
            <numerusform>A proposal opens by itself with %n vote.</numerusform>
            <numerusform>A proposal opens by itself with %n votes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opens by itself with %n vote(s)</source>
        <comment>a proposal</comment>
        <translation>
            <numerusform>Opens by itself with %n vote</numerusform>
            <numerusform>Opens by itself with %n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>to a question</comment>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n merged</numerusform>
            <numerusform>%n merged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionPart</name>
    <message numerus="yes">
        <source>%n would like to know too</source>
        <translation>
            <numerusform>%n person would like to know too</numerusform>
            <numerusform>%n people would like to know too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message numerus="yes">
        <source>%n person(s) want an answer</source>
        <translation>
            <numerusform>%n person wants an answer</numerusform>
            <numerusform>%n people want an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>to a question</comment>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message numerus="yes">
        <source>%n line(s), each sealed by the one before.</source>
        <comment>records of the log</comment>
        <translation>
            <numerusform>%n line, sealed by the one before.</numerusform>
            <numerusform>%n lines, each sealed by the one before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomActs</name>
    <message numerus="yes">
        <source>%n people go to %2</source>
        <comment>moved</comment>
        <translation>
            <numerusform>%n person goes to %2</numerusform>
            <numerusform>%n people go to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rooms have %n minute(s) more</source>
        <comment>granted</comment>
        <translation>
            <numerusform>The rooms have %n minute more</numerusform>
            <numerusform>The rooms have %n minutes more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomDelegate</name>
    <message numerus="yes">
        <source>%n messages</source>
        <comment>in a room</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomsPart</name>
    <message numerus="yes">
        <source>and %n more rooms</source>
        <translation>
            <numerusform>and %n more room</numerusform>
            <numerusform>and %n more rooms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterAttention</name>
    <message numerus="yes">
        <source>%n people wait at the door</source>
        <comment>of the class</comment>
        <translation>
            <numerusform>%n person waits at the door</numerusform>
            <numerusform>%n people wait at the door</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message numerus="yes">
        <source>%n here</source>
        <comment>people present</comment>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n away</source>
        <comment>admitted, but not connected</comment>
        <translation>
            <numerusform>%n away</numerusform>
            <numerusform>%n away</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message numerus="yes">
        <source>%n learner(s)</source>
        <translation>
            <numerusform>%n learner</numerusform>
            <numerusform>%n learners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Seatings</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionSteps</name>
    <message numerus="yes">
        <source>%n person(s) here</source>
        <comment>how many are connected</comment>
        <translation>
            <numerusform>%n person here</numerusform>
            <numerusform>%n people here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n more remark(s)</source>
        <translation>
            <numerusform>%n more remark</numerusform>
            <numerusform>%n more remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportPanel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>calls for help that nobody has taken</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being helped</source>
        <comment>calls for help</comment>
        <translation>
            <numerusform>%n being helped</numerusform>
            <numerusform>%n being helped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicDelegate</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>in a topic</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>to a poll</comment>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 changed their mind</source>
        <comment>between two rounds</comment>
        <translation>
            <numerusform>%n of %1 changed their mind</numerusform>
            <numerusform>%n of %1 changed their mind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <comment>of a ranking</comment>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The poll is closed: %n answer(s)</source>
        <comment>to it</comment>
        <translation>
            <numerusform>The poll is closed: %n answer</numerusform>
            <numerusform>The poll is closed: %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went from “%1” to “%2”</source>
        <comment>between two rounds</comment>
        <translation>
            <numerusform>%n went from “%1” to “%2”</numerusform>
            <numerusform>%n went from “%1” to “%2”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>in a room</comment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n min more</source>
        <comment>to the rooms</comment>
        <translation>
            <numerusform>Give %n min more</numerusform>
            <numerusform>Give %n min more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <comment>for a proposed topic</comment>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) took a position</source>
        <comment>in a debate</comment>
        <translation>
            <numerusform>%n person took a position</numerusform>
            <numerusform>%n people took a position</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <comment>people, from one position to another</comment>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <comment>in a debate</comment>
        <translation>
            <numerusform>%n argument</numerusform>
            <numerusform>%n arguments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>spoke %n time(s), %1</source>
        <comment>%1 is a duration</comment>
        <translation>
            <numerusform>spoke %n time, %1</numerusform>
            <numerusform>spoke %n times, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>convinces %n</source>
        <comment>people, by an argument</comment>
        <translation>
            <numerusform>convinces %n</numerusform>
            <numerusform>convinces %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved %n</source>
        <comment>people, by an argument</comment>
        <translation>
            <numerusform>moved %n</numerusform>
            <numerusform>moved %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went from “%1” to “%2”</source>
        <comment>from one position to another</comment>
        <translation>
            <numerusform>%n went from “%1” to “%2”</numerusform>
            <numerusform>%n went from “%1” to “%2”</numerusform>
        </translation>
    </message>
</context>
</TS>
