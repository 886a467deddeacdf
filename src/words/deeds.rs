//! What the audit log says, in words. The kinds stand before the dot.

/// Kinds of deeds, as the log is filtered by them.
pub const KINDS: [(&str, &str); 9] = [
    ("session", "Sessions"),
    ("sign-in", "Refused sign-ins"),
    ("person", "People"),
    ("event", "Events"),
    ("request", "Requests for others"),
    ("allocation", "Allocations"),
    ("draw", "Draws"),
    ("mail", "Mail"),
    ("import", "Import"),
];

/// One deed in words; a word that is not ours is shown as it is.
pub fn deed(action: &str) -> &str {
    match action {
        "session.start" => "Signed in",
        "session.end" => "Signed out",
        "sign-in.spent-link" => "Tried a link that no longer works",
        "sign-in.wrong-code" => "Tried a wrong code",
        "person.add" => "Added a person",
        "person.edit" => "Changed a person",
        "person.import" => "Brought people in from a spreadsheet",
        "person.rename" => "Changed their own name",
        "person.address" => "Changed their own mail address",
        "person.first-admin" => "Became an admin by set-up or command",
        "person.make-admin" => "Was made an admin by command",
        "person.command-link" => "A sign-in link was printed by command",
        "person.revoke-sessions" => "Signed somebody out everywhere",
        "event.create" => "Created an event",
        "event.edit" => "Changed an event",
        "event.close" => "Closed requests",
        "event.close-due" => "Requests closed by themselves",
        "event.open-again" => "Opened requests again",
        "event.finalize" => "Finalized an event",
        "event.reopen" => "Reopened an event",
        "event.cancel" => "Cancelled an event",
        "event.uncancel" => "Took a cancellation back",
        "event.delete" => "Put an event into the bin",
        "event.restore" => "Took an event out of the bin",
        "event.add-organizer" => "Added an organizer",
        "event.remove-organizer" => "Removed an organizer",
        "event.hand-over" => "Handed an event over",
        "request.enter" => "Entered a request for somebody",
        "request.withdraw" => "Withdrew a request",
        "request.restore" => "Brought a request back",
        "allocation.save" => "Saved an allocation",
        "draw.make" => "Made a draw",
        "draw.put" => "Put a draw on the board",
        "draw.take-off" => "Took a draw off the board",
        "draw.fill-further" => "Gave out what was left in the same order",
        "mail.resend" => "Had a message sent again",
        "mail.told" => "Noted that somebody was told in person",
        "mail.test" => "Sent themselves a test message",
        "import.legacy" => "Brought the former database over",
        "import.made-up" => "Made up an organization",
        other => other,
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
