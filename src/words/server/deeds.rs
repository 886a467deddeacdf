//! What the audit log says, in words. The kinds stand before the dot.

use crate::domain::deed::Deed;

/// Kinds of deeds, as the log is filtered by them.
pub const KINDS: [(&str, &str); 10] = [
    ("session", "Sessions"),
    ("sign-in", "Refused sign-ins"),
    ("person", "People"),
    ("event", "Events"),
    ("season", "Seasons"),
    ("request", "Requests for others"),
    ("allocation", "Allocations"),
    ("draw", "Draws"),
    ("mail", "Mail"),
    ("import", "Import"),
];

/// A noted word in words; one of another version is shown as it is.
pub fn deed(word: &str) -> &str {
    match Deed::parse(word) {
        Some(deed) => said(deed),
        None => word,
    }
}

const fn said(deed: Deed) -> &'static str {
    match deed {
        Deed::SessionStart => "Signed in",
        Deed::SessionEnd => "Signed out",
        Deed::SignInSpentLink => "Tried a link that no longer works",
        Deed::SignInWrongCode => "Tried a wrong code",
        Deed::SignInLeftOut => "More failed sign-ins than are noted here",
        Deed::PersonAdd => "Added a person",
        Deed::PersonEdit => "Changed a person",
        Deed::PersonImport => "Brought people in from a spreadsheet",
        Deed::PersonRename => "Changed their own name",
        Deed::PersonAddress => "Changed their own mail address",
        Deed::PersonAddressUndo => "Undid a change of their email address",
        Deed::PersonFirstAdmin => "Became an admin by set-up or command",
        Deed::PersonMakeAdmin => "Was made an admin by command",
        Deed::PersonCommandLink => "A sign-in link was printed by command",
        Deed::PersonRevokeSessions => "Signed somebody out everywhere",
        Deed::EventCreate => "Created an event",
        Deed::EventEdit => "Changed an event",
        Deed::EventClose => "Closed requests",
        Deed::EventCloseDue => "Requests closed by themselves",
        Deed::EventOpenAgain => "Opened requests again",
        Deed::EventFinalize => "Finalized an event",
        Deed::EventReopen => "Reopened an event",
        Deed::EventCancel => "Cancelled an event",
        Deed::EventUncancel => "Took a cancellation back",
        Deed::EventDelete => "Put an event into the bin",
        Deed::EventRestore => "Took an event out of the bin",
        Deed::EventPurge => "Permanently deleted an event from the trash",
        Deed::EventAddOrganizer => "Added an organizer",
        Deed::EventRemoveOrganizer => "Removed an organizer",
        Deed::EventHandOver => "Handed an event over",
        Deed::SeasonCreate => "Created a season",
        Deed::SeasonAddSteward => "Added a season’s steward",
        Deed::SeasonRemoveSteward => "Removed a season’s steward",
        Deed::RequestEnter => "Entered a request for somebody",
        Deed::RequestWithdraw => "Withdrew a request",
        Deed::RequestRestore => "Brought a request back",
        Deed::AllocationSave => "Saved an allocation",
        Deed::DrawPlan => "Settled a draw",
        Deed::DrawMake => "Made a draw",
        Deed::DrawPut => "Put a draw on the board",
        Deed::DrawTakeOff => "Took a draw off the board",
        Deed::DrawFillFurther => "Gave out what was left in the same order",
        Deed::MailResend => "Had a message sent again",
        Deed::MailTold => "Noted that somebody was told in person",
        Deed::MailTest => "Sent themselves a test message",
        Deed::ImportLegacy => "Brought the former database over",
        Deed::ImportMadeUp => "Made up an organization",
    }
}

/// The details of a deed without the signs of JSON: "session 2, way command".
pub fn details(json: &str) -> String {
    let Ok(serde_json::Value::Object(details)) = serde_json::from_str(json) else { return json.to_owned() };
    let told = details.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| match value {
        serde_json::Value::String(text) => format!("{name} {text}"),
        serde_json::Value::Bool(yes) => format!("{name} {}", if *yes { "yes" } else { "no" }),
        other => format!("{name} {other}"),
    });
    told.collect::<Vec<_>>().join(", ")
}
