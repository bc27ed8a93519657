<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AbilityStrip</name>
        <message>
            <source>ID card</source>
            <translation>ID card</translation>
        </message>
        <message>
            <source>Social card</source>
            <translation>Social card</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Codes</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>: can be used</source>
            <translation>: can be used</translation>
        </message>
        <message>
            <source>: cannot be used</source>
            <translation>: cannot be used</translation>
        </message>
    </context>
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
        <message>
            <source>Map</source>
            <translation>Map</translation>
        </message>
    </context>
    <context>
        <name>AttractPage</name>
        <message>
            <source>Come, get it done</source>
            <translation>Come, get it done</translation>
        </message>
        <message>
            <source>Bring your papers. We do the rest together.</source>
            <translation>Bring your papers. We do the rest together.</translation>
        </message>
        <message>
            <source>Touch to start</source>
            <translation>Touch to start</translation>
        </message>
        <message>
            <source>Touch once to start</source>
            <translation>Touch once to start</translation>
        </message>
        <message>
            <source>中文 · English · you can speak</source>
            <translation>中文 · English · you can speak</translation>
        </message>
    </context>
    <context>
        <name>AutoFields</name>
        <message>
            <source>Not right?</source>
            <translation>Not right?</translation>
        </message>
        <message>
            <source>Not right? %1</source>
            <translation>Not right? %1</translation>
        </message>
    </context>
    <context>
        <name>BestMatchCard</name>
        <message>
            <source>Most like what you need</source>
            <translation>Most like what you need</translation>
        </message>
        <message>
            <source>See how it is done</source>
            <translation>See how it is done</translation>
        </message>
    </context>
    <context>
        <name>CaptureCard</name>
        <message>
            <source>Lay it flat and take your hand away. The picture takes itself.</source>
            <translation>Lay it flat and take your hand away. The picture takes itself.</translation>
        </message>
        <message>
            <source>Use my phone</source>
            <translation>Use my phone</translation>
        </message>
        <message>
            <source>Take this page</source>
            <translation>Take this page</translation>
        </message>
    </context>
    <context>
        <name>CardReaderPlace</name>
        <message>
            <source>Reads well</source>
            <translation>Reads well</translation>
        </message>
        <message>
            <source>Bad line</source>
            <translation>Bad line</translation>
        </message>
        <message>
            <source>Lifts too early</source>
            <translation>Lifts too early</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>Silent</translation>
        </message>
        <message>
            <source>Stalls</source>
            <translation>Stalls</translation>
        </message>
        <message>
            <source>Self-test fails</source>
            <translation>Self-test fails</translation>
        </message>
        <message>
            <source>ID card reader</source>
            <translation>ID card reader</translation>
        </message>
        <message>
            <source>Nothing on the plate</source>
            <translation>Nothing on the plate</translation>
        </message>
        <message>
            <source>Take the card away</source>
            <translation>Take the card away</translation>
        </message>
    </context>
    <context>
        <name>CasePage</name>
        <message>
            <source>Back to the list</source>
            <translation>Back to the list</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>Opinion</translation>
        </message>
        <message>
            <source>For the record; the citizen can read it</source>
            <translation>For the record; the citizen can read it</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approve</translation>
        </message>
    </context>
    <context>
        <name>CasePreview</name>
        <message>
            <source>Choose a case on the left</source>
            <translation>Choose a case on the left</translation>
        </message>
        <message>
            <source>Already checked for you</source>
            <translation>Already checked for you</translation>
        </message>
        <message>
            <source>Open the review</source>
            <translation>Open the review</translation>
        </message>
    </context>
    <context>
        <name>CaseTable</name>
        <message>
            <source>Time</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Step</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Cases waiting</source>
            <translation>Cases waiting</translation>
        </message>
    </context>
    <context>
        <name>CheckList</name>
        <message>
            <source>Points to check</source>
            <translation>Points to check</translation>
        </message>
    </context>
    <context>
        <name>CheckModel</name>
        <message>
            <source>This machine could not store it, nothing was handed in. Please call somebody.</source>
            <translation>This machine could not store it, nothing was handed in. Please call somebody.</translation>
        </message>
        <message>
            <source>It could not be handed in, your entries are kept. Please try again or call somebody.</source>
            <translation>It could not be handed in, your entries are kept. Please try again or call somebody.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>ID number</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>from the ID card</source>
            <translation>from the ID card</translation>
        </message>
        <message>
            <source>Situation</source>
            <translation>Situation</translation>
        </message>
        <message>
            <source>What you filled in</source>
            <translation>What you filled in</translation>
        </message>
        <message>
            <source>need not be handed in</source>
            <translation>need not be handed in</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) taken</source>
            <translation>
                <numerusform>%n page taken</numerusform>
                <numerusform>%n pages taken</numerusform>
            </translation>
        </message>
        <message>
            <source>promised in writing</source>
            <translation>promised in writing</translation>
        </message>
        <message>
            <source>to be brought later</source>
            <translation>to be brought later</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>What I filled in is true.</source>
            <translation>What I filled in is true.</translation>
        </message>
        <message>
            <source>I agree that the hall fetches the papers marked as fetched.</source>
            <translation>I agree that the hall fetches the papers marked as fetched.</translation>
        </message>
        <message>
            <source>for this matter only</source>
            <translation>for this matter only</translation>
        </message>
        <message>
            <source>I agree that the departments concerned handle my matter.</source>
            <translation>I agree that the departments concerned handle my matter.</translation>
        </message>
        <message>
            <source>each view of my papers is recorded for me to see</source>
            <translation>each view of my papers is recorded for me to see</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>Please look once more: is it all right?</source>
            <translation>Please look once more: is it all right?</translation>
        </message>
        <message>
            <source>Change even a single letter; you come back here.</source>
            <translation>Change even a single letter; you come back here.</translation>
        </message>
        <message>
            <source>All right, go and sign</source>
            <translation>All right, go and sign</translation>
        </message>
        <message>
            <source>Stop reading</source>
            <translation>Stop reading</translation>
        </message>
        <message>
            <source>Read to me</source>
            <translation>Read to me</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>ChoiceRow</name>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
    </context>
    <context>
        <name>CodePlace</name>
        <message>
            <source>Code scanner</source>
            <translation>Code scanner</translation>
        </message>
        <message>
            <source>Put the phone away</source>
            <translation>Put the phone away</translation>
        </message>
        <message>
            <source>The phone shows nothing</source>
            <translation>The phone shows nothing</translation>
        </message>
    </context>
    <context>
        <name>CompareTable</name>
        <message>
            <source>Form and papers side by side</source>
            <translation>Form and papers side by side</translation>
        </message>
        <message>
            <source>same</source>
            <translation>same</translation>
        </message>
        <message>
            <source>different</source>
            <translation>different</translation>
        </message>
    </context>
    <context>
        <name>CountdownRing</name>
        <message>
            <source>%1 seconds left</source>
            <translation>%1 seconds left</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>seconds</translation>
        </message>
    </context>
    <context>
        <name>CounterModel</name>
        <message>
            <source>The central service does not answer. Nothing was changed; please try again.</source>
            <translation>The central service does not answer. Nothing was changed; please try again.</translation>
        </message>
        <message>
            <source>You may not do this.</source>
            <translation>You may not do this.</translation>
        </message>
        <message>
            <source>Somebody else is working on it, or it changed meanwhile. Please open it again.</source>
            <translation>Somebody else is working on it, or it changed meanwhile. Please open it again.</translation>
        </message>
        <message>
            <source>Not every paper has been looked at yet.</source>
            <translation>Not every paper has been looked at yet.</translation>
        </message>
        <message>
            <source>A case may be told only once; a second notice needs a supervisor.</source>
            <translation>A case may be told only once; a second notice needs a supervisor.</translation>
        </message>
        <message>
            <source>The centre did not accept this: %1</source>
            <translation>The centre did not accept this: %1</translation>
        </message>
        <message>
            <source>It did not work: %1</source>
            <translation>It did not work: %1</translation>
        </message>
        <message>
            <source>That does not fit. Tries left: %1</source>
            <translation>That does not fit. Tries left: %1</translation>
        </message>
        <message>
            <source>Locked after too many tries. Please wait a quarter of an hour.</source>
            <translation>Locked after too many tries. Please wait a quarter of an hour.</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>today %1</translation>
        </message>
        <message>
            <source>waits</source>
            <translation>waits</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
        <message>
            <source>due today</source>
            <translation>due today</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message>
            <source>kiosk</source>
            <translation>kiosk</translation>
        </message>
        <message>
            <source>urgent</source>
            <translation>urgent</translation>
        </message>
        <message>
            <source>a day or less</source>
            <translation>a day or less</translation>
        </message>
        <message>
            <source>soon</source>
            <translation>soon</translation>
        </message>
        <message>
            <source>two days</source>
            <translation>two days</translation>
        </message>
        <message>
            <source>time enough</source>
            <translation>time enough</translation>
        </message>
        <message>
            <source>waiting for papers</source>
            <translation>waiting for papers</translation>
        </message>
        <message>
            <source>clock stands</source>
            <translation>clock stands</translation>
        </message>
        <message>
            <source>All done</source>
            <translation>All done</translation>
        </message>
        <message numerus="yes">
            <source>Do these %n first, the rest can wait</source>
            <translation>
                <numerusform>Do these %n first, the rest can wait</numerusform>
                <numerusform>Do these %n first, the rest can wait</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is urgent</source>
            <translation>Nothing is urgent</translation>
        </message>
        <message>
            <source>Number %1 · %2</source>
            <translation>Number %1 · %2</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>Handed in</translation>
        </message>
        <message>
            <source>with you</source>
            <translation>with you</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Identity read from the card's chip</source>
            <translation>Identity read from the card's chip</translation>
        </message>
        <message>
            <source>Receipt and signature of the machine are good</source>
            <translation>Receipt and signature of the machine are good</translation>
        </message>
        <message>
            <source>The process was decided again here and agrees</source>
            <translation>The process was decided again here and agrees</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>Identity</translation>
        </message>
        <message>
            <source>read from the card's chip</source>
            <translation>read from the card's chip</translation>
        </message>
        <message>
            <source>taken at the kiosk, as it was</source>
            <translation>taken at the kiosk, as it was</translation>
        </message>
        <message>
            <source>seen by you</source>
            <translation>seen by you</translation>
        </message>
        <message>
            <source>needs a look</source>
            <translation>needs a look</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>ID number</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Born</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>as on the contract?</source>
            <translation>as on the contract?</translation>
        </message>
        <message numerus="yes">
            <source>looked at %n time(s); the applicant can see this</source>
            <translation>
                <numerusform>looked at %n time; the applicant can see this</numerusform>
                <numerusform>looked at %n times; the applicant can see this</numerusform>
            </translation>
        </message>
        <message>
            <source>A paper has not been looked at yet</source>
            <translation>A paper has not been looked at yet</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approve</translation>
        </message>
    </context>
    <context>
        <name>CounterWindow</name>
        <message>
            <source>Tongban counter</source>
            <translation>Tongban counter</translation>
        </message>
        <message>
            <source>d MMMM, dddd</source>
            <translation>d MMMM, dddd</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Refresh</translation>
        </message>
    </context>
    <context>
        <name>DecisionBar</name>
        <message>
            <source>Refuse</source>
            <translation>Refuse</translation>
        </message>
        <message>
            <source>Sending …</source>
            <translation>Sending …</translation>
        </message>
        <message>
            <source>The applicant is told at once</source>
            <translation>The applicant is told at once</translation>
        </message>
        <message>
            <source>Tell once what is missing</source>
            <translation>Tell once what is missing</translation>
        </message>
    </context>
    <context>
        <name>DeskBoard</name>
        <message>
            <source>Device desk</source>
            <translation>Device desk</translation>
        </message>
        <message>
            <source>That did not work: %1</source>
            <translation>That did not work: %1</translation>
        </message>
        <message>
            <source>Nothing here is real. Touch it as you would touch the machine.</source>
            <translation>Nothing here is real. Touch it as you would touch the machine.</translation>
        </message>
    </context>
    <context>
        <name>DeskWindow</name>
        <message>
            <source>Device desk</source>
            <translation>Device desk</translation>
        </message>
    </context>
    <context>
        <name>DocumentViewer</name>
        <message>
            <source>seen</source>
            <translation>seen</translation>
        </message>
        <message>
            <source>not seen yet</source>
            <translation>not seen yet</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Smaller</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Larger</translation>
        </message>
        <message>
            <source>Where this case is</source>
            <translation>Where this case is</translation>
        </message>
    </context>
    <context>
        <name>ErrorNotice</name>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>Call someone</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>FormModel</name>
        <message>
            <source>Please look this over</source>
            <translation>Please look this over</translation>
        </message>
        <message>
            <source>page %1 of %2</source>
            <translation>page %1 of %2</translation>
        </message>
        <message>
            <source>Please fill this in</source>
            <translation>Please fill this in</translation>
        </message>
        <message>
            <source>“%1” is still empty</source>
            <translation>“%1” is still empty</translation>
        </message>
    </context>
    <context>
        <name>FormOffer</name>
        <message>
            <source>Use %1</source>
            <translation>Use %1</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>Use it</translation>
        </message>
    </context>
    <context>
        <name>FormPage</name>
        <message>
            <source>Changed, back to checking</source>
            <translation>Changed, back to checking</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>Ideas</source>
            <translation>Ideas</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
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
        <name>GoodbyePage</name>
        <message>
            <source>Take care, all the best</source>
            <translation>Take care, all the best</translation>
        </message>
        <message>
            <source>Your data has been erased from this machine.</source>
            <translation>Your data has been erased from this machine.</translation>
        </message>
        <message>
            <source>One thing could not be erased. Staff is on the way.</source>
            <translation>One thing could not be erased. Staff is on the way.</translation>
        </message>
        <message>
            <source>Do not forget</source>
            <translation>Do not forget</translation>
        </message>
        <message>
            <source>I need something else</source>
            <translation>I need something else</translation>
        </message>
        <message>
            <source>Back to the start in %1 seconds</source>
            <translation>Back to the start in %1 seconds</translation>
        </message>
        <message>
            <source>seconds, then back to the start</source>
            <translation>seconds, then back to the start</translation>
        </message>
    </context>
    <context>
        <name>GuideModel</name>
        <message>
            <source>Who</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>How long</source>
            <translation>How long</translation>
        </message>
        <message>
            <source>by law %1</source>
            <translation>by law %1</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>Fee</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>%1 yuan</source>
            <translation>%1 yuan</translation>
        </message>
        <message>
            <source>Trips</source>
            <translation>Trips</translation>
        </message>
        <message numerus="yes">
            <source>%n trip(s)</source>
            <translation>
                <numerusform>%n trip</numerusform>
                <numerusform>%n trips</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 papers; %2 of them you need not hand in</source>
            <translation>%1 papers; %2 of them you need not hand in</translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>about %n minute</numerusform>
                <numerusform>about %n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GuidePage</name>
        <message>
            <source>Not at this machine</source>
            <translation>Not at this machine</translation>
        </message>
        <message>
            <source>The way through</source>
            <translation>The way through</translation>
        </message>
        <message>
            <source>Take a ticket</source>
            <translation>Take a ticket</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Take the list</source>
            <translation>Take the list</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>HallScreens</name>
        <message>
            <source>extend my residence permit</source>
            <translation>extend my residence permit</translation>
        </message>
        <message>
            <source>permit expired</source>
            <translation>permit expired</translation>
        </message>
        <message>
            <source>water bill</source>
            <translation>water bill</translation>
        </message>
        <message>
            <source>Tickets are given at the entrance</source>
            <translation>Tickets are given at the entrance</translation>
        </message>
        <message>
            <source>Coming soon</source>
            <translation>Coming soon</translation>
        </message>
    </context>
    <context>
        <name>HelpSheet</name>
        <message>
            <source>%1 is coming</source>
            <translation>%1 is coming</translation>
        </message>
        <message>
            <source>A colleague</source>
            <translation>A colleague</translation>
        </message>
        <message>
            <source>Your helper is here</source>
            <translation>Your helper is here</translation>
        </message>
        <message>
            <source>Everyone is busy right now</source>
            <translation>Everyone is busy right now</translation>
        </message>
        <message>
            <source>We are calling someone</source>
            <translation>We are calling someone</translation>
        </message>
        <message>
            <source>About %1 min. Stay here; nothing on the screen is lost.</source>
            <translation>About %1 min. Stay here; nothing on the screen is lost.</translation>
        </message>
        <message>
            <source>Your data stays covered until you open it.</source>
            <translation>Your data stays covered until you open it.</translation>
        </message>
        <message>
            <source>Take a ticket at the desk, or dial 12345. Your entries stay.</source>
            <translation>Take a ticket at the desk, or dial 12345. Your entries stay.</translation>
        </message>
        <message>
            <source>Stay here a moment. The machine does not time out while you wait.</source>
            <translation>Stay here a moment. The machine does not time out while you wait.</translation>
        </message>
        <message>
            <source>Go on by myself</source>
            <translation>Go on by myself</translation>
        </message>
        <message>
            <source>No need any more</source>
            <translation>No need any more</translation>
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
        <name>IdReaderScene</name>
        <message>
            <source>Reading, keep the card still</source>
            <translation>Reading, keep the card still</translation>
        </message>
        <message>
            <source>The card has been read</source>
            <translation>The card has been read</translation>
        </message>
        <message>
            <source>Not read, lay the card flat again</source>
            <translation>Not read, lay the card flat again</translation>
        </message>
        <message>
            <source>Lay your card flat on the green light</source>
            <translation>Lay your card flat on the green light</translation>
        </message>
    </context>
    <context>
        <name>IdentifyModel</name>
        <message>
            <source>It could not be read</source>
            <translation>It could not be read</translation>
        </message>
        <message>
            <source>Please lay the card flat and try again.</source>
            <translation>Please lay the card flat and try again.</translation>
        </message>
        <message>
            <source>The card left too early</source>
            <translation>The card left too early</translation>
        </message>
        <message>
            <source>Please lay it down again and wait for the tone.</source>
            <translation>Please lay it down again and wait for the tone.</translation>
        </message>
        <message>
            <source>This is not an ID card</source>
            <translation>This is not an ID card</translation>
        </message>
        <message>
            <source>Please lay your resident ID card on the green light.</source>
            <translation>Please lay your resident ID card on the green light.</translation>
        </message>
        <message>
            <source>This machine does not know this kind of card</source>
            <translation>This machine does not know this kind of card</translation>
        </message>
        <message>
            <source>Please choose another way below, or call somebody.</source>
            <translation>Please choose another way below, or call somebody.</translation>
        </message>
        <message>
            <source>The card is past its validity</source>
            <translation>The card is past its validity</translation>
        </message>
        <message>
            <source>You can still look up guides and progress here. For this matter please go to counter A.</source>
            <translation>You can still look up guides and progress here. For this matter please go to counter A.</translation>
        </message>
        <message>
            <source>This is another person's card</source>
            <translation>This is another person's card</translation>
        </message>
        <message>
            <source>This visit was begun with a different card. Please call somebody to help.</source>
            <translation>This visit was begun with a different card. Please call somebody to help.</translation>
        </message>
        <message>
            <source>The card reader is not working</source>
            <translation>The card reader is not working</translation>
        </message>
        <message>
            <source>What you answered is kept. Please choose another way below, or call somebody.</source>
            <translation>What you answered is kept. Please choose another way below, or call somebody.</translation>
        </message>
    </context>
    <context>
        <name>IdentifyPage</name>
        <message>
            <source>The green light is at the lower right of the screen. At the tone you can take the card back.</source>
            <translation>The green light is at the lower right of the screen. At the tone you can take the card back.</translation>
        </message>
        <message>
            <source>Only 4 things are read: name, number, address, validity</source>
            <translation>Only 4 things are read: name, number, address, validity</translation>
        </message>
        <message>
            <source>Lay your ID card flat on the green light</source>
            <translation>Lay your ID card flat on the green light</translation>
        </message>
        <message>
            <source>Reading, leave it there a moment</source>
            <translation>Reading, leave it there a moment</translation>
        </message>
        <message>
            <source>Read. You can take your card</source>
            <translation>Read. You can take your card</translation>
        </message>
        <message>
            <source>Not read, lay it flat again</source>
            <translation>Not read, lay it flat again</translation>
        </message>
        <message>
            <source>This card cannot be read here</source>
            <translation>This card cannot be read here</translation>
        </message>
        <message>
            <source>Hello, %1. We fill in the form for you.</source>
            <translation>Hello, %1. We fill in the form for you.</translation>
        </message>
        <message>
            <source>Take out the card</source>
            <translation>Take out the card</translation>
        </message>
        <message>
            <source>The sleeve may stay on</source>
            <translation>The sleeve may stay on</translation>
        </message>
        <message>
            <source>Lay it on the light</source>
            <translation>Lay it on the light</translation>
        </message>
        <message>
            <source>Either side will do</source>
            <translation>Either side will do</translation>
        </message>
        <message>
            <source>Take it at the tone</source>
            <translation>Take it at the tone</translation>
        </message>
        <message>
            <source>About 2 seconds</source>
            <translation>About 2 seconds</translation>
        </message>
        <message>
            <source>It also works this way</source>
            <translation>It also works this way</translation>
        </message>
        <message>
            <source>No card with you? Another way</source>
            <translation>No card with you? Another way</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Reading…</translation>
        </message>
        <message>
            <source>Waiting for your card</source>
            <translation>Waiting for your card</translation>
        </message>
        <message>
            <source>Goes on by itself once the card is read</source>
            <translation>Goes on by itself once the card is read</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>IdleOverlay</name>
        <message>
            <source>Are you still there?</source>
            <translation>Are you still there?</translation>
        </message>
        <message>
            <source>The screen is covered to protect your data.</source>
            <translation>The screen is covered to protect your data.</translation>
        </message>
        <message>
            <source>Without a touch it ends in %1 seconds</source>
            <translation>Without a touch it ends in %1 seconds</translation>
        </message>
        <message>
            <source>Everything on this machine is then erased</source>
            <translation>Everything on this machine is then erased</translation>
        </message>
        <message>
            <source>What you filled in is not lost</source>
            <translation>What you filled in is not lost</translation>
        </message>
        <message>
            <source>With your ID card you go on within 24 hours</source>
            <translation>With your ID card you go on within 24 hours</translation>
        </message>
        <message>
            <source>I am here, go on</source>
            <translation>I am here, go on</translation>
        </message>
        <message>
            <source>5 more minutes</source>
            <translation>5 more minutes</translation>
        </message>
        <message>
            <source>All extensions are used</source>
            <translation>All extensions are used</translation>
        </message>
        <message>
            <source>Leave now</source>
            <translation>Leave now</translation>
        </message>
    </context>
    <context>
        <name>IneligiblePage</name>
        <message>
            <source>Possible from %1 on</source>
            <translation>Possible from %1 on</translation>
        </message>
        <message>
            <source>Come back then, nothing is kept here until that day.</source>
            <translation>Come back then, nothing is kept here until that day.</translation>
        </message>
        <message>
            <source>What you can do now</source>
            <translation>What you can do now</translation>
        </message>
        <message>
            <source>The rule</source>
            <translation>The rule</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>Back to the start</translation>
        </message>
        <message>
            <source>Ask somebody</source>
            <translation>Ask somebody</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Take it along</source>
            <translation>Take it along</translation>
        </message>
    </context>
    <context>
        <name>InputField</name>
        <message>
            <source>Clear %1</source>
            <translation>Clear %1</translation>
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
        <name>KioskModel</name>
        <message>
            <source>Good morning,
what would you like to do today?</source>
            <translation>Good morning,
what would you like to do today?</translation>
        </message>
        <message>
            <source>Good afternoon,
what would you like to do today?</source>
            <translation>Good afternoon,
what would you like to do today?</translation>
        </message>
        <message>
            <source>Good evening,
what would you like to do today?</source>
            <translation>Good evening,
what would you like to do today?</translation>
        </message>
        <message>
            <source>This was handed in already</source>
            <translation>This was handed in already</translation>
        </message>
        <message>
            <source>It could not be stored</source>
            <translation>It could not be stored</translation>
        </message>
        <message>
            <source>It could not be handed in</source>
            <translation>It could not be handed in</translation>
        </message>
        <message>
            <source>What you handed in before is kept.</source>
            <translation>What you handed in before is kept.</translation>
        </message>
        <message>
            <source>Nothing was handed in. What you filled in is still here.</source>
            <translation>Nothing was handed in. What you filled in is still here.</translation>
        </message>
        <message>
            <source>Please call somebody, this machine needs help.</source>
            <translation>Please call somebody, this machine needs help.</translation>
        </message>
        <message>
            <source>Please try again, or call somebody.</source>
            <translation>Please try again, or call somebody.</translation>
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
        <name>KioskWindow</name>
        <message>
            <source>Tongban</source>
            <translation>Tongban</translation>
        </message>
        <message>
            <source>Leave now?</source>
            <translation>Leave now?</translation>
        </message>
        <message>
            <source>What you filled in is erased.</source>
            <translation>What you filled in is erased.</translation>
        </message>
        <message>
            <source>Go on here</source>
            <translation>Go on here</translation>
        </message>
        <message>
            <source>Leave and erase</source>
            <translation>Leave and erase</translation>
        </message>
    </context>
    <context>
        <name>LoginPage</name>
        <message>
            <source>Tongban</source>
            <translation>Tongban</translation>
        </message>
        <message>
            <source>Counter workstation · %1</source>
            <translation>Counter workstation · %1</translation>
        </message>
        <message>
            <source>One trip fewer for people
is in your hands here.</source>
            <translation>One trip fewer for people
is in your hands here.</translation>
        </message>
        <message>
            <source>Welcome, please sign in</source>
            <translation>Welcome, please sign in</translation>
        </message>
        <message>
            <source>Staff number</source>
            <translation>Staff number</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Six digits from your token</source>
            <translation>Six digits from your token</translation>
        </message>
        <message>
            <source>Signing in …</source>
            <translation>Signing in …</translation>
        </message>
        <message>
            <source>Sign in and start</source>
            <translation>Sign in and start</translation>
        </message>
        <message>
            <source>Locks by itself after 3 minutes. %1</source>
            <translation>Locks by itself after 3 minutes. %1</translation>
        </message>
    </context>
    <context>
        <name>MachinePlace</name>
        <message>
            <source>unplugged</source>
            <translation>unplugged</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>no answer</translation>
        </message>
        <message>
            <source>no paper</source>
            <translation>no paper</translation>
        </message>
        <message>
            <source>paper low</source>
            <translation>paper low</translation>
        </message>
        <message>
            <source>cover open</source>
            <translation>cover open</translation>
        </message>
        <message>
            <source>jammed</source>
            <translation>jammed</translation>
        </message>
        <message>
            <source>cutter jammed</source>
            <translation>cutter jammed</translation>
        </message>
        <message>
            <source>no toner</source>
            <translation>no toner</translation>
        </message>
        <message>
            <source>self-test failed</source>
            <translation>self-test failed</translation>
        </message>
        <message>
            <source>not authorised</source>
            <translation>not authorised</translation>
        </message>
        <message>
            <source>not on this machine</source>
            <translation>not on this machine</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>ready</translation>
        </message>
        <message>
            <source>not ready</source>
            <translation>not ready</translation>
        </message>
    </context>
    <context>
        <name>MaterialList</name>
        <message>
            <source>%1, not needed from you</source>
            <translation>%1, not needed from you</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Why?</translation>
        </message>
        <message>
            <source>Why is %1 asked for?</source>
            <translation>Why is %1 asked for?</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>Sample</translation>
        </message>
        <message>
            <source>Show a sample of %1</source>
            <translation>Show a sample of %1</translation>
        </message>
    </context>
    <context>
        <name>MaterialRow</name>
        <message>
            <source>Taken</source>
            <translation>Taken</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Why?</translation>
        </message>
        <message>
            <source>Why is %1 asked for?</source>
            <translation>Why is %1 asked for?</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>Sample</translation>
        </message>
        <message>
            <source>Show a sample of %1</source>
            <translation>Show a sample of %1</translation>
        </message>
    </context>
    <context>
        <name>MaterialsModel</name>
        <message numerus="yes">
            <source>%n paper(s) you need not hand in</source>
            <translation>
                <numerusform>%n paper you need not hand in</numerusform>
                <numerusform>%n papers you need not hand in</numerusform>
            </translation>
        </message>
        <message>
            <source>fetched</source>
            <translation>fetched</translation>
        </message>
        <message>
            <source>four corners</source>
            <translation>four corners</translation>
        </message>
        <message>
            <source>sharp</source>
            <translation>sharp</translation>
        </message>
        <message>
            <source>no glare</source>
            <translation>no glare</translation>
        </message>
        <message>
            <source>bright enough</source>
            <translation>bright enough</translation>
        </message>
        <message>
            <source>Taking the picture, please hold still</source>
            <translation>Taking the picture, please hold still</translation>
        </message>
        <message>
            <source>Lay the paper under the camera</source>
            <translation>Lay the paper under the camera</translation>
        </message>
        <message>
            <source>Good, hold still for a moment</source>
            <translation>Good, hold still for a moment</translation>
        </message>
        <message>
            <source>Lay the whole page on the dark mat</source>
            <translation>Lay the whole page on the dark mat</translation>
        </message>
        <message>
            <source>A corner is outside, move it a little</source>
            <translation>A corner is outside, move it a little</translation>
        </message>
        <message>
            <source>A little nearer, please</source>
            <translation>A little nearer, please</translation>
        </message>
        <message>
            <source>A bit blurred, hold still</source>
            <translation>A bit blurred, hold still</translation>
        </message>
        <message>
            <source>A bit of glare, move it to the left</source>
            <translation>A bit of glare, move it to the left</translation>
        </message>
        <message>
            <source>A bit dark, switch on the lamp</source>
            <translation>A bit dark, switch on the lamp</translation>
        </message>
        <message>
            <source>page %1</source>
            <translation>page %1</translation>
        </message>
        <message>
            <source>Take it here</source>
            <translation>Take it here</translation>
        </message>
        <message>
            <source>Promise in writing</source>
            <translation>Promise in writing</translation>
        </message>
        <message>
            <source>Bring it later</source>
            <translation>Bring it later</translation>
        </message>
        <message>
            <source>The camera of this machine is not working</source>
            <translation>The camera of this machine is not working</translation>
        </message>
    </context>
    <context>
        <name>MaterialsPage</name>
        <message>
            <source>All here, go and check</source>
            <translation>All here, go and check</translation>
        </message>
        <message>
            <source>%1 still to come</source>
            <translation>%1 still to come</translation>
        </message>
        <message>
            <source>All papers are here</source>
            <translation>All papers are here</translation>
        </message>
        <message>
            <source>%1 more, then it is complete</source>
            <translation>%1 more, then it is complete</translation>
        </message>
        <message>
            <source>%1 papers are still to come</source>
            <translation>%1 papers are still to come</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>NavigationRail</name>
        <message>
            <source>To do</source>
            <translation>To do</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>In hand</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>Handbook</source>
            <translation>Handbook</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
    </context>
    <context>
        <name>NoticeComposer</name>
        <message>
            <source>Say once what is missing</source>
            <translation>Say once what is missing</translation>
        </message>
        <message>
            <source>A case may be told only once. Write everything, and how it will be right. The clock stops when sent.</source>
            <translation>A case may be told only once. Write everything, and how it will be right. The clock stops when sent.</translation>
        </message>
        <message>
            <source>To be handed in by %1</source>
            <translation>To be handed in by %1</translation>
        </message>
        <message>
            <source>I have read all %1 papers; besides these nothing is missing</source>
            <translation>I have read all %1 papers; besides these nothing is missing</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Sending …</source>
            <translation>Sending …</translation>
        </message>
        <message>
            <source>Send to the applicant</source>
            <translation>Send to the applicant</translation>
        </message>
        <message>
            <source>Choose what is missing, say why and how to mend it, and confirm that you read everything</source>
            <translation>Choose what is missing, say why and how to mend it, and confirm that you read everything</translation>
        </message>
    </context>
    <context>
        <name>NoticeItem</name>
        <message>
            <source>What is the problem</source>
            <translation>What is the problem</translation>
        </message>
        <message>
            <source>What the applicant should do</source>
            <translation>What the applicant should do</translation>
        </message>
    </context>
    <context>
        <name>NumberPad</name>
        <message>
            <source>Number pad</source>
            <translation>Number pad</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Hide</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
    </context>
    <context>
        <name>OfflinePage</name>
        <message>
            <source>Papers and signature are stored encrypted and are not submitted twice.</source>
            <translation>Papers and signature are stored encrypted and are not submitted twice.</translation>
        </message>
        <message>
            <source>Works without network: guides, material lists, tickets, the hall map. Needs it: progress and e-licences.</source>
            <translation>Works without network: guides, material lists, tickets, the hall map. Needs it: progress and e-licences.</translation>
        </message>
        <message>
            <source>The counter goes on from where you are</source>
            <translation>The counter goes on from where you are</translation>
        </message>
        <message>
            <source>Scan and take the draft along, valid for 24 hours</source>
            <translation>Scan and take the draft along, valid for 24 hours</translation>
        </message>
        <message>
            <source>The network is down, your entries are safe</source>
            <translation>The network is down, your entries are safe</translation>
        </message>
        <message>
            <source>It is not your doing. We are reconnecting and then go on by ourselves.</source>
            <translation>It is not your doing. We are reconnecting and then go on by ourselves.</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Connecting…</translation>
        </message>
        <message>
            <source>Attempt %1 in %2 seconds</source>
            <translation>Attempt %1 in %2 seconds</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Try now</translation>
        </message>
        <message>
            <source>If you would rather not wait</source>
            <translation>If you would rather not wait</translation>
        </message>
        <message>
            <source>Ticket to a counter</source>
            <translation>Ticket to a counter</translation>
        </message>
        <message>
            <source>At home by phone</source>
            <translation>At home by phone</translation>
        </message>
        <message>
            <source>Save and leave</source>
            <translation>Save and leave</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>PagesPlace</name>
        <message>
            <source>Prints well</source>
            <translation>Prints well</translation>
        </message>
        <message>
            <source>Tray empty</source>
            <translation>Tray empty</translation>
        </message>
        <message>
            <source>Paper jam</source>
            <translation>Paper jam</translation>
        </message>
        <message>
            <source>Door open</source>
            <translation>Door open</translation>
        </message>
        <message>
            <source>Toner low</source>
            <translation>Toner low</translation>
        </message>
        <message>
            <source>Toner out</source>
            <translation>Toner out</translation>
        </message>
        <message>
            <source>Page printer</source>
            <translation>Page printer</translation>
        </message>
        <message>
            <source>Nothing printed yet</source>
            <translation>Nothing printed yet</translation>
        </message>
        <message>
            <source>%1 documents printed</source>
            <translation>%1 documents printed</translation>
        </message>
    </context>
    <context>
        <name>PaperPlace</name>
        <message>
            <source>Document camera</source>
            <translation>Document camera</translation>
        </message>
        <message>
            <source>Take the sheet away</source>
            <translation>Take the sheet away</translation>
        </message>
        <message>
            <source>Nothing under the camera</source>
            <translation>Nothing under the camera</translation>
        </message>
    </context>
    <context>
        <name>PhonePreview</name>
        <message>
            <source>%1 will see</source>
            <translation>%1 will see</translation>
        </message>
        <message>
            <source>Tongban</source>
            <translation>Tongban</translation>
        </message>
        <message numerus="yes">
            <source>One step left: %n thing(s) to add</source>
            <translation>
                <numerusform>One step left: %n thing to add</numerusform>
                <numerusform>One step left: %n things to add</numerusform>
            </translation>
        </message>
        <message>
            <source>Hand it in by %1; you need not queue again.</source>
            <translation>Hand it in by %1; you need not queue again.</translation>
        </message>
    </context>
    <context>
        <name>PinyinKeyboard</name>
        <message>
            <source>Pinyin keyboard</source>
            <translation>Pinyin keyboard</translation>
        </message>
        <message>
            <source>Fewer candidates</source>
            <translation>Fewer candidates</translation>
        </message>
        <message>
            <source>More candidates</source>
            <translation>More candidates</translation>
        </message>
        <message>
            <source>abc</source>
            <translation>abc</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Chi/Eng</source>
            <translation>Chi/Eng</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Write</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Speak</source>
            <translation>Speak</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Hide</translation>
        </message>
    </context>
    <context>
        <name>PlugSwitch</name>
        <message>
            <source>Pull the plug: %1</source>
            <translation>Pull the plug: %1</translation>
        </message>
        <message>
            <source>Plug in again: %1</source>
            <translation>Plug in again: %1</translation>
        </message>
    </context>
    <context>
        <name>PortalFrame</name>
        <message>
            <source>Page of %1 · %2</source>
            <translation>Page of %1 · %2</translation>
        </message>
        <message>
            <source>Page of %1</source>
            <translation>Page of %1</translation>
        </message>
        <message>
            <source>This page does not answer</source>
            <translation>This page does not answer</translation>
        </message>
        <message>
            <source>Opening the page…</source>
            <translation>Opening the page…</translation>
        </message>
        <message>
            <source>Nothing of yours was sent. Try again, or ask at a counter.</source>
            <translation>Nothing of yours was sent. Try again, or ask at a counter.</translation>
        </message>
        <message>
            <source>The page asks who you are</source>
            <translation>The page asks who you are</translation>
        </message>
        <message>
            <source>It would learn your name and number, for this visit only.</source>
            <translation>It would learn your name and number, for this visit only.</translation>
        </message>
        <message>
            <source>Allow for this visit</source>
            <translation>Allow for this visit</translation>
        </message>
        <message>
            <source>Done here, close the page</source>
            <translation>Done here, close the page</translation>
        </message>
        <message>
            <source>Do not tell</source>
            <translation>Do not tell</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
    </context>
    <context>
        <name>ProgressPage</name>
        <message>
            <source>The way through</source>
            <translation>The way through</translation>
        </message>
        <message>
            <source>Nothing is under way for this card</source>
            <translation>Nothing is under way for this card</translation>
        </message>
        <message>
            <source>Things that were finished long ago can be printed at a counter.</source>
            <translation>Things that were finished long ago can be printed at a counter.</translation>
        </message>
        <message>
            <source>What has been done</source>
            <translation>What has been done</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>Seen it, finish</source>
            <translation>Seen it, finish</translation>
        </message>
        <message>
            <source>Ask the clerk</source>
            <translation>Ask the clerk</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
    </context>
    <context>
        <name>ProgressSegments</name>
        <message>
            <source>%1 of %2 ready</source>
            <translation>%1 of %2 ready</translation>
        </message>
        <message>
            <source>%1 / %2 ready</source>
            <translation>%1 / %2 ready</translation>
        </message>
    </context>
    <context>
        <name>QuestionModel</name>
        <message>
            <source>Not sure yet</source>
            <translation>Not sure yet</translation>
        </message>
        <message>
            <source>%1, nothing to hand in</source>
            <translation>%1, nothing to hand in</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n paper(s) to hand in</source>
            <translation>
                <numerusform>%1, %n paper to hand in</numerusform>
                <numerusform>%1, %n papers to hand in</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuestionPage</name>
        <message>
            <source>Changed, back to checking</source>
            <translation>Changed, back to checking</translation>
        </message>
        <message>
            <source>Next question</source>
            <translation>Next question</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Question %1 of %2</source>
            <translation>Question %1 of %2</translation>
        </message>
        <message>
            <source>Why we ask</source>
            <translation>Why we ask</translation>
        </message>
        <message>
            <source>Please choose one</source>
            <translation>Please choose one</translation>
        </message>
        <message>
            <source>Or choose “Not sure yet”, then we find a safe way on.</source>
            <translation>Or choose “Not sure yet”, then we find a safe way on.</translation>
        </message>
        <message>
            <source>Your way</source>
            <translation>Your way</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>QueuePage</name>
        <message>
            <source>Nothing here</source>
            <translation>Nothing here</translation>
        </message>
        <message>
            <source>All done</source>
            <translation>All done</translation>
        </message>
    </context>
    <context>
        <name>RatingFaces</name>
        <message>
            <source>Very satisfied</source>
            <translation>Very satisfied</translation>
        </message>
        <message>
            <source>Satisfied</source>
            <translation>Satisfied</translation>
        </message>
        <message>
            <source>Fairly satisfied</source>
            <translation>Fairly satisfied</translation>
        </message>
        <message>
            <source>Not satisfied</source>
            <translation>Not satisfied</translation>
        </message>
        <message>
            <source>Very dissatisfied</source>
            <translation>Very dissatisfied</translation>
        </message>
    </context>
    <context>
        <name>RatingPage</name>
        <message>
            <source>Did it go well today?</source>
            <translation>Did it go well today?</translation>
        </message>
        <message>
            <source>No name is kept, and your case is not affected.</source>
            <translation>No name is kept, and your case is not affected.</translation>
        </message>
        <message>
            <source>What was good?</source>
            <translation>What was good?</translation>
        </message>
        <message>
            <source>What went wrong?</source>
            <translation>What went wrong?</translation>
        </message>
        <message>
            <source>several, or none</source>
            <translation>several, or none</translation>
        </message>
        <message>
            <source>Say a little more, we listen</source>
            <translation>Say a little more, we listen</translation>
        </message>
        <message>
            <source>If you were not satisfied, someone calls you within 3 working days. Urgent: dial 12345.</source>
            <translation>If you were not satisfied, someone calls you within 3 working days. Urgent: dial 12345.</translation>
        </message>
        <message>
            <source>Choose a face first</source>
            <translation>Choose a face first</translation>
        </message>
        <message>
            <source>Send the rating</source>
            <translation>Send the rating</translation>
        </message>
        <message>
            <source>Nothing is chosen yet; you may also leave it</source>
            <translation>Nothing is chosen yet; you may also leave it</translation>
        </message>
        <message>
            <source>No rating</source>
            <translation>No rating</translation>
        </message>
    </context>
    <context>
        <name>ReceiptCard</name>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Code of the receipt</source>
            <translation>Code of the receipt</translation>
        </message>
        <message>
            <source>Scan to see how far it is</source>
            <translation>Scan to see how far it is</translation>
        </message>
        <message>
            <source>It also shows whether it is genuine</source>
            <translation>It also shows whether it is genuine</translation>
        </message>
    </context>
    <context>
        <name>ReceiptModel</name>
        <message>
            <source>Handed in, %1</source>
            <translation>Handed in, %1</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>Handed in</translation>
        </message>
        <message>
            <source>Stored safely here; sent as soon as the network is back.</source>
            <translation>Stored safely here; sent as soon as the network is back.</translation>
        </message>
        <message>
            <source>We take it from here. You need not queue again.</source>
            <translation>We take it from here. You need not queue again.</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>At the latest</source>
            <translation>At the latest</translation>
        </message>
        <message>
            <source>Look-up code</source>
            <translation>Look-up code</translation>
        </message>
        <message>
            <source>You handed it in</source>
            <translation>You handed it in</translation>
        </message>
        <message>
            <source>Done at the latest</source>
            <translation>Done at the latest</translation>
        </message>
        <message>
            <source>Identity and answers</source>
            <translation>Identity and answers</translation>
        </message>
        <message>
            <source>Receipt on the screen</source>
            <translation>Receipt on the screen</translation>
        </message>
        <message>
            <source>Pictures of papers</source>
            <translation>Pictures of papers</translation>
        </message>
        <message>
            <source>Handwriting</source>
            <translation>Handwriting</translation>
        </message>
        <message>
            <source>Typed text</source>
            <translation>Typed text</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>Clipboard</translation>
        </message>
        <message>
            <source>Print files</source>
            <translation>Print files</translation>
        </message>
        <message>
            <source>Hosted pages</source>
            <translation>Hosted pages</translation>
        </message>
        <message>
            <source>Camera picture</source>
            <translation>Camera picture</translation>
        </message>
        <message>
            <source>ID card</source>
            <translation>ID card</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Originals</source>
            <translation>Originals</translation>
        </message>
        <message>
            <source>%1 once accepted</source>
            <translation>%1 once accepted</translation>
        </message>
        <message>
            <source>Added, %1</source>
            <translation>Added, %1</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>just now</translation>
        </message>
        <message>
            <source>You added what was missing</source>
            <translation>You added what was missing</translation>
        </message>
        <message>
            <source>The clerk goes on with it.</source>
            <translation>The clerk goes on with it.</translation>
        </message>
        <message>
            <source>counted from acceptance</source>
            <translation>counted from acceptance</translation>
        </message>
    </context>
    <context>
        <name>ReceiptPage</name>
        <message>
            <source>We take it from here. You need not queue again.</source>
            <translation>We take it from here. You need not queue again.</translation>
        </message>
        <message>
            <source>We are checking that it has arrived. Please wait a moment.</source>
            <translation>We are checking that it has arrived. Please wait a moment.</translation>
        </message>
        <message>
            <source>The paper receipt is being printed; take it from the slot below the screen</source>
            <translation>The paper receipt is being printed; take it from the slot below the screen</translation>
        </message>
        <message>
            <source>Printed. Please take it from the slot below the screen</source>
            <translation>Printed. Please take it from the slot below the screen</translation>
        </message>
        <message>
            <source>Printing does not work. Scan the code, or call someone</source>
            <translation>Printing does not work. Scan the code, or call someone</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>Call someone</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>A paper receipt is free, if you would like one</source>
            <translation>A paper receipt is free, if you would like one</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>Print it</translation>
        </message>
        <message>
            <source>What comes next</source>
            <translation>What comes next</translation>
        </message>
        <message>
            <source>Finish and erase my data</source>
            <translation>Finish and erase my data</translation>
        </message>
        <message>
            <source>Rate it (10 seconds)</source>
            <translation>Rate it (10 seconds)</translation>
        </message>
        <message>
            <source>We cannot tell whether it came out whole. Please look in the slot; print again only if it is missing</source>
            <translation>We cannot tell whether it came out whole. Please look in the slot; print again only if it is missing</translation>
        </message>
        <message>
            <source>Printed again, marked as copy %1. Please take it from the slot below the screen</source>
            <translation>Printed again, marked as copy %1. Please take it from the slot below the screen</translation>
        </message>
    </context>
    <context>
        <name>RefusalDialog</name>
        <message>
            <source>Why can this not be done?</source>
            <translation>Why can this not be done?</translation>
        </message>
        <message>
            <source>Reason, in words the applicant understands</source>
            <translation>Reason, in words the applicant understands</translation>
        </message>
        <message>
            <source>Clause it rests on</source>
            <translation>Clause it rests on</translation>
        </message>
        <message>
            <source>The notice also says where and until when the applicant can object.</source>
            <translation>The notice also says where and until when the applicant can object.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Refuse with this reason</source>
            <translation>Refuse with this reason</translation>
        </message>
        <message>
            <source>Reason and clause are both needed</source>
            <translation>Reason and clause are both needed</translation>
        </message>
    </context>
    <context>
        <name>RouteCard</name>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
        <message>
            <source>now here</source>
            <translation>now here</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>to come</translation>
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
        <name>ScanView</name>
        <message>
            <source>Camera picture of your paper</source>
            <translation>Camera picture of your paper</translation>
        </message>
    </context>
    <context>
        <name>SealMark</name>
        <message>
            <source>Tongban seal</source>
            <translation>Tongban seal</translation>
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
        <name>SearchModel</name>
        <message>
            <source>free</source>
            <translation>free</translation>
        </message>
        <message>
            <source>with a fee</source>
            <translation>with a fee</translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>about %n minute</numerusform>
                <numerusform>about %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>free, but for some cases</source>
            <translation>free, but for some cases</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Answer</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <source>Nothing found for “%1”</source>
            <translation>Nothing found for “%1”</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>What do you need?</source>
            <translation>What do you need?</translation>
        </message>
        <message>
            <source>Heard you say</source>
            <translation>Heard you say</translation>
        </message>
        <message>
            <source>Say it another way, or let someone help you.</source>
            <translation>Say it another way, or let someone help you.</translation>
        </message>
        <message>
            <source>%1 things found, the likeliest first.</source>
            <translation>%1 things found, the likeliest first.</translation>
        </message>
        <message>
            <source>%1 things found.</source>
            <translation>%1 things found.</translation>
        </message>
        <message>
            <source>Initials do as well, like jzz</source>
            <translation>Initials do as well, like jzz</translation>
        </message>
        <message>
            <source>Perhaps one of these</source>
            <translation>Perhaps one of these</translation>
        </message>
        <message>
            <source>Or perhaps one of these</source>
            <translation>Or perhaps one of these</translation>
        </message>
        <message>
            <source>These fit</source>
            <translation>These fit</translation>
        </message>
        <message>
            <source>Say it another way</source>
            <translation>Say it another way</translation>
        </message>
        <message>
            <source>Speak again</source>
            <translation>Speak again</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>Call someone</translation>
        </message>
        <message>
            <source>Ask at a counter</source>
            <translation>Ask at a counter</translation>
        </message>
        <message>
            <source>By department</source>
            <translation>By department</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>See all results</source>
            <translation>See all results</translation>
        </message>
    </context>
    <context>
        <name>SignPage</name>
        <message>
            <source>Clear enough</source>
            <translation>Clear enough</translation>
        </message>
        <message>
            <source>Please sign your name</source>
            <translation>Please sign your name</translation>
        </message>
        <message>
            <source>Signing means that you agree to these sentences.</source>
            <translation>Signing means that you agree to these sentences.</translation>
        </message>
        <message>
            <source>Read to me</source>
            <translation>Read to me</translation>
        </message>
        <message>
            <source>Full text</source>
            <translation>Full text</translation>
        </message>
        <message>
            <source>I cannot write here</source>
            <translation>I cannot write here</translation>
        </message>
        <message>
            <source>Submitting…</source>
            <translation>Submitting…</translation>
        </message>
        <message>
            <source>Please sign first</source>
            <translation>Please sign first</translation>
        </message>
        <message>
            <source>Signed, submit</source>
            <translation>Signed, submit</translation>
        </message>
        <message>
            <source>It is on its way</source>
            <translation>It is on its way</translation>
        </message>
        <message>
            <source>The pad is still empty</source>
            <translation>The pad is still empty</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>SignaturePad</name>
        <message>
            <source>Write in the frame with a finger or a pen</source>
            <translation>Write in the frame with a finger or a pen</translation>
        </message>
        <message>
            <source>Signature pad</source>
            <translation>Signature pad</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>Empty</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>Wipe and write again</source>
            <translation>Wipe and write again</translation>
        </message>
    </context>
    <context>
        <name>SlotPlace</name>
        <message>
            <source>Bank card</source>
            <translation>Bank card</translation>
        </message>
        <message>
            <source>Smart card slot</source>
            <translation>Smart card slot</translation>
        </message>
        <message>
            <source>Pull the card out</source>
            <translation>Pull the card out</translation>
        </message>
        <message>
            <source>The slot is empty</source>
            <translation>The slot is empty</translation>
        </message>
    </context>
    <context>
        <name>SummarySection</name>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>Change %1</translation>
        </message>
    </context>
    <context>
        <name>TicketPlace</name>
        <message>
            <source>Prints well</source>
            <translation>Prints well</translation>
        </message>
        <message>
            <source>Paper low</source>
            <translation>Paper low</translation>
        </message>
        <message>
            <source>Paper out</source>
            <translation>Paper out</translation>
        </message>
        <message>
            <source>Cover open</source>
            <translation>Cover open</translation>
        </message>
        <message>
            <source>Cutter jams</source>
            <translation>Cutter jams</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>Silent</translation>
        </message>
        <message>
            <source>Receipt printer</source>
            <translation>Receipt printer</translation>
        </message>
        <message>
            <source>Tear the ticket off</source>
            <translation>Tear the ticket off</translation>
        </message>
        <message>
            <source>No ticket hangs here</source>
            <translation>No ticket hangs here</translation>
        </message>
        <message>
            <source>%1 tickets</source>
            <translation>%1 tickets</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
        <message>
            <source>now here</source>
            <translation>now here</translation>
        </message>
        <message>
            <source>late</source>
            <translation>late</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>to come</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Tongban</source>
            <translation>Tongban</translation>
        </message>
    </context>
    <context>
        <name>VerifyModel</name>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>Handed in</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>Machine</translation>
        </message>
        <message>
            <source>key %1</source>
            <translation>key %1</translation>
        </message>
        <message>
            <source>You handed it in</source>
            <translation>You handed it in</translation>
        </message>
        <message>
            <source>One more paper is wanted</source>
            <translation>One more paper is wanted</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Decided</translation>
        </message>
        <message>
            <source>Arrived at the centre</source>
            <translation>Arrived at the centre</translation>
        </message>
        <message>
            <source>Waits here for the network</source>
            <translation>Waits here for the network</translation>
        </message>
        <message>
            <source>Now at “%1”</source>
            <translation>Now at “%1”</translation>
        </message>
        <message>
            <source>Please bring one more thing</source>
            <translation>Please bring one more thing</translation>
        </message>
        <message>
            <source>Open the receipt on your phone to see what, or ask at a counter.</source>
            <translation>Open the receipt on your phone to see what, or ask at a counter.</translation>
        </message>
        <message>
            <source>Your paper is on its way</source>
            <translation>Your paper is on its way</translation>
        </message>
        <message>
            <source>The clerk goes on as soon as it arrives.</source>
            <translation>The clerk goes on as soon as it arrives.</translation>
        </message>
        <message>
            <source>Please add: %1</source>
            <translation>Please add: %1</translation>
        </message>
        <message>
            <source>With your ID card, here and now; about 2 minutes.</source>
            <translation>With your ID card, here and now; about 2 minutes.</translation>
        </message>
        <message>
            <source>Add it here</source>
            <translation>Add it here</translation>
        </message>
    </context>
    <context>
        <name>VerifyPage</name>
        <message>
            <source>Hold the receipt to the scanner</source>
            <translation>Hold the receipt to the scanner</translation>
        </message>
        <message>
            <source>This receipt is genuine</source>
            <translation>This receipt is genuine</translation>
        </message>
        <message>
            <source>This code is not a receipt of ours</source>
            <translation>This code is not a receipt of ours</translation>
        </message>
        <message>
            <source>We cannot confirm this receipt</source>
            <translation>We cannot confirm this receipt</translation>
        </message>
        <message>
            <source>The scanner is at the lower left. The code may be on paper or on a phone.</source>
            <translation>The scanner is at the lower left. The code may be on paper or on a phone.</translation>
        </message>
        <message>
            <source>Every sign is as it was when we issued it.</source>
            <translation>Every sign is as it was when we issued it.</translation>
        </message>
        <message>
            <source>Its content does not match its seal. Nothing of it is shown.</source>
            <translation>Its content does not match its seal. Nothing of it is shown.</translation>
        </message>
        <message>
            <source>Checked: valid</source>
            <translation>Checked: valid</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>Not confirmed</translation>
        </message>
        <message>
            <source>Record %1, for the staff</source>
            <translation>Record %1, for the staff</translation>
        </message>
        <message>
            <source>Waiting for a code</source>
            <translation>Waiting for a code</translation>
        </message>
        <message>
            <source>Hold it about 10 cm away. A tone tells you when it has been read.</source>
            <translation>Hold it about 10 cm away. A tone tells you when it has been read.</translation>
        </message>
        <message>
            <source>Where it stands</source>
            <translation>Where it stands</translation>
        </message>
        <message>
            <source>The seal was checked on this machine. How far it is needs the network.</source>
            <translation>The seal was checked on this machine. How far it is needs the network.</translation>
        </message>
        <message>
            <source>What you can do</source>
            <translation>What you can do</translation>
        </message>
        <message>
            <source>Scan it once more</source>
            <translation>Scan it once more</translation>
        </message>
        <message>
            <source>A fold or a smear can spoil a code</source>
            <translation>A fold or a smear can spoil a code</translation>
        </message>
        <message>
            <source>Look up by your ID card</source>
            <translation>Look up by your ID card</translation>
        </message>
        <message>
            <source>“My case” on the home page shows what is really under way</source>
            <translation>“My case” on the home page shows what is really under way</translation>
        </message>
        <message>
            <source>Ask the staff</source>
            <translation>Ask the staff</translation>
        </message>
        <message>
            <source>Especially if someone else gave you this paper</source>
            <translation>Especially if someone else gave you this paper</translation>
        </message>
        <message>
            <source>See how far it is</source>
            <translation>See how far it is</translation>
        </message>
        <message>
            <source>Scan again</source>
            <translation>Scan again</translation>
        </message>
        <message>
            <source>Needs the network</source>
            <translation>Needs the network</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>Call someone</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Home</translation>
        </message>
    </context>
    <context>
        <name>VisitScreens</name>
        <message>
            <source>Other cards, or for somebody else</source>
            <translation>Other cards, or for somebody else</translation>
        </message>
        <message>
            <source>a colleague comes to you</source>
            <translation>a colleague comes to you</translation>
        </message>
        <message>
            <source>Papers you need not hand in</source>
            <translation>Papers you need not hand in</translation>
        </message>
        <message>
            <source>: </source>
            <translation>: </translation>
        </message>
        <message>
            <source>All here, hand it in</source>
            <translation>All here, hand it in</translation>
        </message>
        <message>
            <source>All here, go and check</source>
            <translation>All here, go and check</translation>
        </message>
        <message>
            <source>Only take my list along</source>
            <translation>Only take my list along</translation>
        </message>
        <message>
            <source>without a card, nothing is kept</source>
            <translation>without a card, nothing is kept</translation>
        </message>
    </context>
    <context>
        <name>WhySheet</name>
        <message>
            <source>Sample of %1</source>
            <translation>Sample of %1</translation>
        </message>
        <message>
            <source>Why we need it</source>
            <translation>Why we need it</translation>
        </message>
        <message>
            <source>You need not hand it in if</source>
            <translation>You need not hand it in if</translation>
        </message>
        <message>
            <source>Understood</source>
            <translation>Understood</translation>
        </message>
    </context>
    <context>
        <name>WipeReport</name>
        <message>
            <source>Erased from this machine</source>
            <translation>Erased from this machine</translation>
        </message>
        <message>
            <source>erased</source>
            <translation>erased</translation>
        </message>
        <message>
            <source>not erased, staff has been called</source>
            <translation>not erased, staff has been called</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source> and </source>
            <translation> and </translation>
        </message>
        <message>
            <source>Because you said %1.</source>
            <translation>Because you said %1.</translation>
        </message>
        <message>
            <source>With “%1” it would not be needed.</source>
            <translation>With “%1” it would not be needed.</translation>
        </message>
        <message>
            <source>With “%1” there would be nothing to hand in.</source>
            <translation>With “%1” there would be nothing to hand in.</translation>
        </message>
        <message>
            <source>You get it from: %1</source>
            <translation>You get it from: %1</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>today %1</translation>
        </message>
    </context>
    <context>
        <name>tongban::desk::DeskModel</name>
        <message>
            <source>My receipt</source>
            <translation>My receipt</translation>
        </message>
        <message>
            <source>Health insurance code</source>
            <translation>Health insurance code</translation>
        </message>
        <message>
            <source>A shop&apos;s code</source>
            <translation>A shop&apos;s code</translation>
        </message>
        <message>
            <source>Laid well</source>
            <translation>Laid well</translation>
        </message>
        <message>
            <source>Shaken</source>
            <translation>Shaken</translation>
        </message>
        <message>
            <source>Lamp on it</source>
            <translation>Lamp on it</translation>
        </message>
        <message>
            <source>Over the edge</source>
            <translation>Over the edge</translation>
        </message>
    </context>
    <context>
        <name>AnswerCard</name>
        <message>
            <source>Source: %1</source>
            <translation>Source: %1</translation>
        </message>
        <message>
            <source>Start: %1</source>
            <translation>Start: %1</translation>
        </message>
        <message>
            <source>Read all of it</source>
            <translation>Read all of it</translation>
        </message>
    </context>
    <context>
        <name>ChecklistPage</name>
        <message>
            <source>Your list to take along</source>
            <translation>Your list to take along</translation>
        </message>
        <message>
            <source>Made from your answers. Nothing about you is in it, and nothing is kept here.</source>
            <translation>Made from your answers. Nothing about you is in it, and nothing is kept here.</translation>
        </message>
        <message>
            <source>Code with this list</source>
            <translation>Code with this list</translation>
        </message>
        <message>
            <source>Scan it with your phone: the list itself is in the code, no network and no login needed.</source>
            <translation>Scan it with your phone: the list itself is in the code, no network and no login needed.</translation>
        </message>
        <message>
            <source>The list is being printed; take it from the slot below the screen</source>
            <translation>The list is being printed; take it from the slot below the screen</translation>
        </message>
        <message>
            <source>Printed. Please take it from the slot below the screen</source>
            <translation>Printed. Please take it from the slot below the screen</translation>
        </message>
        <message>
            <source>Printing does not work. Scan the code, or call someone</source>
            <translation>Printing does not work. Scan the code, or call someone</translation>
        </message>
        <message>
            <source>Call someone</source>
            <translation>Call someone</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>Print it</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Finish</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>ChecklistModel</name>
        <message>
            <source>Not possible yet</source>
            <translation>Not possible yet</translation>
        </message>
        <message>
            <source>To bring along</source>
            <translation>To bring along</translation>
        </message>
        <message>
            <source>You need not hand in</source>
            <translation>You need not hand in</translation>
        </message>
        <message>
            <source>How long it takes</source>
            <translation>How long it takes</translation>
        </message>
        <message>
            <source>What it costs</source>
            <translation>What it costs</translation>
        </message>
        <message>
            <source>Where to go</source>
            <translation>Where to go</translation>
        </message>
    </context>
</TS>
