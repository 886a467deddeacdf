use allocation::after::{Fields, What};
use serde_json::json;

use super::{
    Run, answer,
    by_hand::{read_number, read_reason},
};
use crate::{
    domain::{
        deed::Deed,
        ids::{EventId, PersonId},
        person::Email,
        typed::{Problem, version},
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, people, requests},
        services::{Act, Done, Refused, draft::forms::GiveForm},
        site::Site,
    },
};

/// What came of giving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gave {
    /// They have no more than one person may have.
    Within,
    /// They have more: that is for those who run the event to decide.
    AboveLimit,
}

/// Gives tickets that nobody has to someone, for a reason that they are told: first what is free, then what is on the open table.
/// The form was made from the ledger as it was `seen`, by its last entry: pressed twice, it gives once.
///
/// # Errors
/// Someone who does not run the event; nobody, or two people; someone to whom something is offered; none, or more than there are;
/// no reason. A conflict, where something happened since the form was made.
pub async fn give(site: &Site, actor: &Actor, id: EventId, (form, seen): (&GiveForm, &str)) -> Done<Gave> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let mut run = Run::by_hand(&mut act, &event).await?;
    if i64::from(version(seen)) != i64::from(event.after.sequence) {
        return Err(Refused::conflict());
    }
    // Without a reason no address is tried.
    let reason = read_reason(&form.reason)?;
    let person = whom(&act, id, form).await?;
    let number = read_number(&form.number, run.course().free() + run.course().table())?;
    let whose = run.label(&act, person).await?;
    if run.course().holder(&whose).offer.is_some() {
        return Err(Obstacle::OfferOpen.into());
    }
    run.add(&event, Fields::new(What::Give, run.now(&act)).label(&whose).number(number).reason(&reason))?;
    run.settle(&act, &event)?;
    let held = run.course().holder(&whose).held;
    answer::tell(&mut act, &event, person, (number, held), &reason).await?;
    run.keep(&mut act, &event).await?;
    act.note(Entry::of(Deed::AfterGive).on(id).about(person).with(json!({ "number": number, "reason": reason })));
    act.commit().await?;
    Ok(if held > event.limit { Gave::AboveLimit } else { Gave::Within })
}

/// Whoever was chosen of those who asked, or has exactly this address.
async fn whom(act: &Act<'_>, event: EventId, form: &GiveForm) -> Done<PersonId> {
    let email = form.email.trim();
    if form.person.is_empty() && !email.is_empty() {
        let refused = |problem| Refused::field("email", problem);
        let email = Email::parse(email).map_err(refused)?;
        let person = people::find_by_email(&act.tx, &email).await?.filter(|person| person.active);
        let person = person.ok_or_else(|| refused(Problem::NobodyThere { seen: email.as_str().to_owned() }))?;
        return Ok(person.id);
    }
    if !email.is_empty() {
        return Err(Refused::field("email", Problem::TwoPeople));
    }
    let nobody = || Refused::field("person", Problem::NoSuchPerson);
    let person = PersonId::parse(&form.person).ok_or_else(nobody)?;
    let request = requests::find(&act.tx, event, person).await?;
    Ok(request.filter(|request| request.person_active).ok_or_else(nobody)?.person)
}
