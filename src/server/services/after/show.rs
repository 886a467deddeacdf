use std::collections::HashMap;

use allocation::after::What;
use chrono::{DateTime, Utc};

use super::run::instant;
use crate::{
    domain::{after::HandOn, ids::PersonId},
    server::{
        db::{
            ConnectionTrait,
            after::{self, HandRequest, Holding, Offer, OfferStatus, Overlap, Returning},
            draws,
            events::Event,
            handouts::{self, Handout},
            people,
        },
        services::Done,
    },
};

/// What of the time after the result concerns one person.
#[derive(Clone, Debug, Default)]
pub struct MyTickets {
    /// What they are giving back and can take back still.
    pub returning: Option<Returning>,
    /// What they ask to hand on.
    pub handing: Option<HandRequest>,
    /// What is offered to them.
    pub offer: Option<Offer>,
    /// What they have, or are offered, at the same time, where something is offered.
    pub overlaps: Vec<Overlap>,
    /// What became of what they were given.
    pub holding: Option<Holding>,
    /// What belongs to their tickets.
    pub handout: Option<Handout>,
}

/// The same, read, for someone who has so many. One statement for whoever has some, and three more where something happened on
/// the event, and one where something is offered to them.
pub async fn mine(c: &impl ConnectionTrait, event: &Event, person: PersonId, held: u32) -> Done<MyTickets> {
    let handout = if held > 0 { handouts::of_person(c, event.id, person).await? } else { None };
    if !event.after.happens() {
        return Ok(MyTickets { handout, ..MyTickets::default() });
    }
    let returning = after::returning(c, event.id).await?.into_iter().find(|one| one.person == person);
    let offers = after::offers_of(c, event.id, Some(person)).await?;
    let offer = offers.into_iter().find(|offer| offer.status == OfferStatus::Open);
    let holding = after::of_person(c, event.id, person).await?;
    let overlaps = if offer.is_some() { after::overlaps(c, person, event).await? } else { Vec::new() };
    Ok(MyTickets { returning, offer, overlaps, holding, handing: None, handout })
}

/// What people ask to hand on. Nothing where nobody can; else one statement.
pub async fn handings(c: &impl ConnectionTrait, event: &Event) -> Done<Vec<HandRequest>> {
    if event.after.hand_on == HandOn::Off {
        return Ok(Vec::new());
    }
    Ok(after::hand_requests(c, event.id).await?)
}

/// What happened to tickets that came back at one time, until others came back.
#[derive(Clone, Debug, Default)]
pub struct Path {
    pub steps: Vec<Step>,
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Step {
    pub what: What,
    pub at: DateTime<Utc>,
    /// Whose name it is; empty where it is nobody's.
    pub name: String,
    pub to: String,
    pub number: u32,
    /// Until when, of an offer.
    pub until: Option<DateTime<Utc>>,
    pub reason: String,
}

/// What became of everything that came back, latest first, for those who run the event. Nothing where nothing happened; else
/// three statements.
pub async fn paths(c: &impl ConnectionTrait, event: &Event) -> Done<Vec<Path>> {
    if event.after.sequence == 0 {
        return Ok(Vec::new());
    }
    let draw = draws::latest_number(c, event.id).await?;
    let entries = after::entries(c, event.id, draw).await?;
    let ids: Vec<PersonId> = entries.iter().flat_map(|one| [one.person, one.to]).flatten().collect();
    let names: HashMap<PersonId, (String, String)> = people::names_and_addresses(c, ids).await?.into_iter().collect();
    let name =
        |id: Option<PersonId>| id.and_then(|id| names.get(&id)).map(|(name, _)| name.clone()).unwrap_or_default();
    let mut paths: Vec<Path> = Vec::new();
    let mut open = None;
    for stored in &entries {
        let fields = &stored.entry.fields;
        if matches!(fields.what, What::Start | What::Has) {
            continue;
        }
        // More tickets are as if somebody had given them back.
        // What is handed on is no step on the way of what came back: it stands by itself.
        let begins = matches!(fields.what, What::Return | What::Late | What::Tickets | What::End | What::Hand);
        let place = open.filter(|_| !begins).unwrap_or(paths.len());
        if place == paths.len() {
            paths.push(Path::default());
        }
        if fields.what != What::Hand {
            open = Some(place);
        }
        let step = Step {
            what: fields.what,
            at: instant(fields.at).unwrap_or_default(),
            name: name(stored.person),
            to: name(stored.to),
            number: fields.number.unwrap_or(0),
            until: fields.time.and_then(instant),
            reason: fields.reason.clone(),
        };
        paths[place].steps.push(step);
    }
    paths.reverse();
    Ok(paths)
}
