//! What came of what the audit log notes, one sentence a thing.

use catalog::deeds as say;
use serde_json::Value;

use super::details;
use crate::{
    domain::{deed::Deed, draw::rule_of_key, ids::PersonId},
    words,
};

/// How many people of a save are named; the others are counted.
const NAMED: usize = 20;

/// A sentence about what came of a deed.
pub enum Came {
    Said(String),
    /// With the name of someone in it, wherever the language has it; of a number that was set, the version of the board that did,
    /// by which its reason is found.
    Of(PersonId, Box<dyn FnOnce(&str) -> String>, Option<i32>),
}

/// Whom the details of an entry name, beside the person it is about.
pub fn named_in(action: &str, details: &str) -> Vec<PersonId> {
    let Ok(details) = serde_json::from_str::<Value>(details) else { return Vec::new() };
    match Deed::parse(action) {
        Some(Deed::AllocationSave) => decided(&details).iter().take(NAMED).filter_map(|one| person(&one[0])).collect(),
        Some(Deed::EventHandOver) => person(&details["before"]).into_iter().collect(),
        Some(Deed::AfterHand | Deed::AfterHandAsk | Deed::AfterHandKeep | Deed::AfterHandDecline) => {
            person(&details["to"]).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// What came of a deed, of what the log keeps of it. What it keeps of a deed that is not known here, or in another form, is told
/// as it is kept.
pub fn came_of(action: &str, kept: &str) -> Vec<Came> {
    let Ok(kept_value) = serde_json::from_str::<Value>(kept) else { return vec![Came::Said(kept.to_owned())] };
    let told = Deed::parse(action).and_then(|deed| told(deed, &kept_value));
    told.unwrap_or_else(|| {
        let details = details(kept);
        if details.is_empty() { Vec::new() } else { vec![Came::Said(details)] }
    })
}

fn told(deed: Deed, kept: &Value) -> Option<Vec<Came>> {
    let said = match deed {
        Deed::AllocationSave => return Some(save(kept)),
        Deed::EventHandOver => {
            let before = person(&kept["before"])?;
            return Some(vec![Came::Of(before, Box::new(|name| say::owner_before(name)), None)]);
        }
        Deed::AfterHand | Deed::AfterHandAsk | Deed::AfterHandKeep | Deed::AfterHandDecline => {
            let (to, number) = (person(&kept["to"])?, kept["number"].as_u64()?);
            let why = kept["reason"].as_str().map(say::reason).map(Came::Said);
            let handed = Came::Of(to, Box::new(move |name| say::tickets_to(number, name)), None);
            return Some([handed].into_iter().chain(why).collect());
        }
        Deed::SessionStart => vec![signed_in(kept)?],
        Deed::SessionEnd | Deed::PersonRevokeSessions => vec![say::devices_ended(kept["sessions"].as_u64()?)],
        Deed::PersonAdd | Deed::PersonEdit | Deed::PersonRename => of_person(kept),
        Deed::PersonImport => {
            let (added, changed) = (kept["new"].as_u64()?, kept["changed"].as_u64()?);
            let left = kept["left"].as_u64().map(say::left_out);
            [say::imported(added, changed)].into_iter().chain(left).collect()
        }
        Deed::EventCreate => vec![say::with_tickets(kept["tickets"].as_u64()?)],
        Deed::EventEdit => {
            let (before, now) = (kept["tickets"]["before"].as_u64()?, kept["tickets"]["now"].as_u64()?);
            let tickets = (before != now).then(|| say::tickets_changed(before, now));
            let season = kept.get("season").map(|_| say::season_changed().to_owned());
            tickets.into_iter().chain(season).collect()
        }
        Deed::EventFinalize => finalized(kept)?,
        Deed::EventCancel | Deed::EventInvite => vec![say::told_people(kept["people"].as_u64()?)],
        // What its draws were bound to was public, and stays to be read whole.
        Deed::EventPurge => vec![say::event_gone(kept["name"].as_str()?), details(&kept.to_string())],
        Deed::SeasonCreate | Deed::SeasonAddSteward | Deed::SeasonRemoveSteward => {
            vec![say::season(kept["season"].as_str()?)]
        }
        Deed::RequestEnter => vec![entered(kept)?],
        Deed::RequestWithdraw => withdrawn(kept),
        Deed::DrawPlan | Deed::DrawMake => vec![drawn(kept)?],
        Deed::DrawPut | Deed::DrawTakeOff => vec![say::rows_changed(kept["changed"].as_u64()?)],
        Deed::DrawFillFurther => vec![say::more_given(kept["more"].as_u64()?)],
        Deed::AfterGuests => vec![say::guests_named(kept["of"].as_u64()?, kept["named"].as_u64()?)],
        Deed::AfterCame => vec![match kept["came"].as_u64() {
            Some(came) => say::tickets_used(kept["of"].as_u64()?, came),
            None => say::tickets_unsaid().to_owned(),
        }],
        Deed::AfterReturn
        | Deed::AfterLate
        | Deed::AfterTake
        | Deed::AfterDecline
        | Deed::AfterClaim
        | Deed::AfterRecall
        | Deed::AfterGive
        | Deed::AfterOffer
        | Deed::AfterTable => after(kept)?,
        Deed::AfterTickets => vec![say::tickets_changed(kept["before"].as_u64()?, kept["now"].as_u64()?)],
        // What these keep is for programs.
        Deed::EventReopen | Deed::MailAlarms | Deed::MailResend | Deed::MailTold => Vec::new(),
        _ => return None,
    };
    Some(said.into_iter().map(Came::Said).collect())
}

fn signed_in(kept: &Value) -> Option<String> {
    let way = match kept["way"].as_str()? {
        "link" => say::way_link(),
        "link-elsewhere" => say::way_link_elsewhere(),
        "code" => say::way_code(),
        "command" => say::way_command(),
        "set-up" => say::way_set_up(),
        _ => return None,
    };
    Some(if kept["known"].as_bool()? { say::from_known_device(way) } else { say::from_device(way) })
}

fn of_person(kept: &Value) -> Vec<String> {
    let is = |key: &str| kept[key] == Value::Bool(true);
    let role = kept["role"].as_str().map(|role| say::as_role(words::role(role)));
    let access = kept["active"].as_bool().map(|yes| if yes { say::activated() } else { say::deactivated() });
    let access = access.map(str::to_owned);
    let name = is("name").then(|| say::name_changed().to_owned());
    let email = is("email").then(|| say::email_changed().to_owned());
    let alike = is("looks like an admin").then(|| say::looks_like_admin().to_owned());
    [role, access, name, email, alike].into_iter().flatten().collect()
}

fn finalized(kept: &Value) -> Option<Vec<String>> {
    let (given, mails) = (kept["given"].as_u64()?, kept["mails"].as_u64()?);
    // Entries from before did not keep how many tickets there were.
    let done = match kept["tickets"].as_u64() {
        Some(tickets) => say::finalized(mails, given, tickets),
        None => say::finalized_before(mails, given),
    };
    let why = kept["why"].as_str().map(say::reason);
    Some([done].into_iter().chain(why).collect())
}

fn entered(kept: &Value) -> Option<String> {
    let amounts = |value: &Value| -> Option<Vec<u32>> { serde_json::from_value(value.clone()).ok() };
    let now = amounts(&kept["tiers"])?;
    Some(match amounts(&kept["before"]) {
        Some(before) if before != now => say::changed_wish(words::amounts(&before), words::amounts(&now)),
        _ => say::entered(words::amounts(&now)),
    })
}

fn withdrawn(kept: &Value) -> Vec<String> {
    let had = kept["had"]["told"].as_u64().filter(|&had| had > 0).map(say::had);
    let why = kept["reason"].as_str().filter(|why| !why.is_empty()).map(say::reason);
    had.into_iter().chain(why).collect()
}

/// How many tickets, by which way, and why another did it.
fn after(kept: &Value) -> Option<Vec<String>> {
    let link = (kept["by"] == "link").then(|| say::by_link().to_owned());
    let why = kept["reason"].as_str().filter(|why| !why.is_empty()).map(say::reason);
    Some([say::tickets(kept["number"].as_u64()?)].into_iter().chain(link).chain(why).collect())
}

fn drawn(kept: &Value) -> Option<String> {
    // Kept as it is written for people: "balance + turns".
    let rule = rule_of_key(&kept["rule"].as_str()?.replace(" + ", ".")).map(words::rule_name)?;
    let number = kept["draw"].as_u64()?;
    Some(match kept["round"].as_u64() {
        Some(round) => say::draw_waits(number, rule, round),
        None => say::draw_with(number, rule),
    })
}

/// The people whose number was set: who, to what, and what was drawn. Entries from before keep the first two.
fn decided(kept: &Value) -> Vec<&Vec<Value>> {
    kept["decided"].as_array().into_iter().flatten().filter_map(Value::as_array).filter(|one| one.len() >= 2).collect()
}

fn save(kept: &Value) -> Vec<Came> {
    let decided = decided(kept);
    let version = kept["version"].as_i64().and_then(|version| i32::try_from(version).ok());
    let rest = decided.len().saturating_sub(NAMED);
    let mut told: Vec<Came> = decided.into_iter().take(NAMED).filter_map(|one| set(one, version)).collect();
    told.extend((rest > 0).then(|| Came::Said(say::set_more(rest))));
    told
}

fn set(one: &[Value], version: Option<i32>) -> Option<Came> {
    let person = person(&one[0])?;
    let (given, drawn) = (one[1].as_u64(), one.get(2).and_then(Value::as_u64));
    let done: Box<dyn FnOnce(&str) -> String> = match (given, drawn) {
        (None, _) => Box::new(|name| say::set_undecided(name)),
        (Some(given), Some(drawn)) if given != drawn => Box::new(move |name| say::set_from_draw(name, given, drawn)),
        (Some(given), _) => Box::new(move |name| say::set(name, given)),
    };
    Some(Came::Of(person, done, version))
}

fn person(value: &Value) -> Option<PersonId> {
    value.as_i64().and_then(|id| i32::try_from(id).ok()).map(PersonId::new)
}

#[cfg(test)]
mod tests {
    use super::{Came, came_of, named_in};
    use crate::domain::ids::PersonId;

    fn said(action: &str, kept: &str) -> String {
        let told = came_of(action, kept).into_iter().map(|came| match came {
            Came::Said(said) => said,
            Came::Of(person, say, _) => say(&format!("Person {person}")),
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_came_of_a_deed_is_told_in_sentences() {
        for (action, kept, says) in [
            (
                "allocation.save",
                r#"{"decided":[[23,1,0],[24,2,2],[25,null,null]],"version":3}"#,
                "Set Person 23 to 1 (draw: 0). Set Person 24 to 2. Set Person 25 to undecided.",
            ),
            (
                "event.finalize",
                r#"{"revision":1,"given":37,"tickets":40,"mails":56}"#,
                "Assigned 37 of 40 tickets and wrote 56 emails.",
            ),
            (
                "session.start",
                r#"{"session":1,"way":"set-up","known":false}"#,
                "From a new device, using the setup link.",
            ),
            (
                "person.edit",
                r#"{"role":"admin","active":null,"name":false,"email":true}"#,
                "Role: Admin. The email address was changed.",
            ),
            ("event.edit", r#"{"tickets":{"before":5,"now":4}}"#, "Tickets: 5 → 4."),
            ("event.reopen", r#"{"revision":3}"#, ""),
            ("draw.fill-further", r#"{"more":1}"#, "1 more ticket assigned."),
            ("after.return", r#"{"number":2,"reason":""}"#, "2 tickets."),
            ("after.return", r#"{"number":1,"reason":"She is ill."}"#, "1 ticket. Reason: She is ill."),
            ("after.take", r#"{"number":2,"by":"link"}"#, "2 tickets. With the link of an email."),
            ("after.decline", r#"{"number":1,"by":"page"}"#, "1 ticket."),
            ("after.keep", "{}", ""),
            ("after.guests", r#"{"named":1,"of":4}"#, "Names for 1 of 4 tickets."),
            ("after.came", r#"{"came":0,"of":2}"#, "0 of 2 tickets used."),
            ("after.came", r#"{"came":null,"of":2}"#, "No longer noted whether they were used."),
            ("after.hand", r#"{"number":2,"to":7}"#, "2 tickets to Person 7."),
            (
                "after.hand-decline",
                r#"{"number":1,"to":7,"reason":"Names are printed."}"#,
                "1 ticket to Person 7. Reason: Names are printed.",
            ),
        ] {
            assert_eq!(said(action, kept), says, "{action}");
        }
    }

    #[test]
    fn what_was_kept_before_and_what_nobody_knows_is_told_all_the_same() {
        assert_eq!(said("allocation.save", r#"{"decided":[[23,1]]}"#), "Set Person 23 to 1.");
        let before = said("event.finalize", r#"{"revision":1,"given":37,"mails":60,"why":"Four went back."}"#);
        assert_eq!(before, "Assigned 37 tickets and wrote 60 emails. Reason: Four went back.");
        assert_eq!(said("event.edit", r#"{"place":7}"#), "place 7");
        assert_eq!(said("no.such-deed", r#"{"x":"<b>","y":null}"#), "x <b>");
        assert_eq!(said("event.close", "{}"), "");
        assert_eq!(said("event.close", "not JSON"), "not JSON");
    }

    #[test]
    fn whom_an_entry_names_is_known_before_it_is_told() {
        assert_eq!(named_in("allocation.save", r#"{"decided":[[23,1,0],["x"]]}"#), [PersonId::new(23)]);
        assert_eq!(named_in("event.hand-over", r#"{"before":7}"#), [PersonId::new(7)]);
        assert!(named_in("event.close", "{}").is_empty() && named_in("x", "[").is_empty());
    }
}
