<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AssistDock</name>
        <message>
            <source>Assistance</source>
            <translation>Assistance</translation>
        </message>
        <message>
            <source>Hall map</source>
            <translation>Hall map</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Leave</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Read</translation>
        </message>
        <message>
            <source>Large is on</source>
            <translation>Large is on</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>Large</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Contrast</translation>
        </message>
        <message>
            <source>Read to me</source>
            <translation>Read to me</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Low</translation>
        </message>
        <message>
            <source>Call someone to help</source>
            <translation>Call someone to help</translation>
        </message>
        <message>
            <source>Call for help</source>
            <translation>Call for help</translation>
        </message>
    </context>
    <context>
        <name>FrequentServices</name>
        <message>
            <source>Often done here</source>
            <translation>Often done here</translation>
        </message>
        <message>
            <source>All %1</source>
            <translation>All %1</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>No official names needed: say it as you would to a friend.</source>
            <translation>No official names needed: say it as you would to a friend.</translation>
        </message>
        <message>
            <source>People say</source>
            <translation>People say</translation>
        </message>
        <message>
            <source>My case</source>
            <translation>My case</translation>
        </message>
        <message>
            <source>See how far it is</source>
            <translation>See how far it is</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>%1 waiting</source>
            <translation>%1 waiting</translation>
        </message>
        <message>
            <source>Print proof</source>
            <translation>Print proof</translation>
        </message>
        <message>
            <source>%1 kinds, free</source>
            <translation>%1 kinds, free</translation>
        </message>
        <message>
            <source>Other things</source>
            <translation>Other things</translation>
        </message>
        <message>
            <source>Life events</source>
            <translation>Life events</translation>
        </message>
        <message>
            <source>Open a restaurant, have a baby, retire…
several departments at once</source>
            <translation>Open a restaurant, have a baby, retire…
several departments at once</translation>
        </message>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Insurance, household, home</source>
            <translation>Insurance, household, home</translation>
        </message>
        <message>
            <source>Business</source>
            <translation>Business</translation>
        </message>
        <message>
            <source>Start, licences, staff</source>
            <translation>Start, licences, staff</translation>
        </message>
    </context>
    <context>
        <name>JourneyLine</name>
        <message>
            <source>Guide</source>
            <translation>Guide</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Questions</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>Identity</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>Check and sign</source>
            <translation>Check and sign</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Progress: step %1 of %2, %3</source>
            <translation>Progress: step %1 of %2, %3</translation>
        </message>
    </context>
    <context>
        <name>KioskPage</name>
        <message>
            <source>Back up</source>
            <translation>Back up</translation>
        </message>
        <message>
            <source>See more (%1 of %2)</source>
            <translation>See more (%1 of %2)</translation>
        </message>
    </context>
    <context>
        <name>RouteMap</name>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
        <message>
            <source>now here</source>
            <translation>now here</translation>
        </message>
        <message>
            <source>not needed</source>
            <translation>not needed</translation>
        </message>
        <message>
            <source>added</source>
            <translation>added</translation>
        </message>
        <message>
            <source>late</source>
            <translation>late</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>to come</translation>
        </message>
        <message>
            <source>Route: %1</source>
            <translation>Route: %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>SearchBar</name>
        <message>
            <source>For example: renew my residence permit</source>
            <translation>For example: renew my residence permit</translation>
        </message>
        <message>
            <source>Tap and speak</source>
            <translation>Tap and speak</translation>
        </message>
        <message>
            <source>Search: type what you need</source>
            <translation>Search: type what you need</translation>
        </message>
        <message>
            <source>Listening…</source>
            <translation>Listening…</translation>
        </message>
        <message>
            <source>I have finished speaking</source>
            <translation>I have finished speaking</translation>
        </message>
        <message>
            <source>That is all</source>
            <translation>That is all</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Tongban</source>
            <translation>Tongban</translation>
        </message>
    </context>
</TS>
