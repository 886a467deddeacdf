//! A made-up organization to look at: 3 seasons, 60 people, 20 events in every state, with requests and results.

mod asking;
mod crowd;
mod dice;
mod event_table;
mod name_table;
mod story;

use std::{collections::HashMap, fmt};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::Done;
use crate::{
    domain::{
        deed::Deed,
        ids::{EventId, PersonId, SeasonId},
        person::Role,
    },
    error::Obstacle,
    server::{
        db::{
            ConnectionTrait, DbErr,
            audit::Entry,
            import::{
                NewEvent, NewOrganizer, NewPerson, continue_event_numbers, insert_events, insert_organizers,
                insert_people, insert_requests, last_event,
            },
            people::{self, Among},
            seasons, settle, stewards,
        },
        services::Act,
        site::Site,
    },
};
use dice::Dice;
use event_table::EVENTS;
use name_table::PEOPLE;

/// What was made, and who can look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedReport {
    /// The address of an admin to sign in as: `ticket-pool login-link` makes the link.
    pub admin: String,
    pub people: usize,
    pub seasons: usize,
    pub events: usize,
    pub requests: usize,
}

/// One of the made-up people, as the story needs them.
#[derive(Clone, Copy, Debug)]
struct Member {
    id: PersonId,
    role: Role,
    active: bool,
}

/// Fills a system that has no events yet, in one transaction, with one event more for a `crowd` if that is not 0; people who are here already stay as they are. Nobody is
/// written to: no message goes to the outbox.
///
/// The same in every run, apart from random ids and from dates, which are counted from today.
///
/// # Errors
/// [`Obstacle::AlreadySetUp`] if there is any event, even in the trash.
pub async fn run(site: &Site, crowd: usize) -> Done<SeedReport> {
    let mut act = Act::unattended(site).await?;
    let now = act.now;
    if last_event(&act.tx).await?.is_some() {
        return Err(Obstacle::AlreadySetUp.into());
    }
    let dice = Dice::default();
    let (admin, members, new_people) = bring_people(&act.tx, site, now).await?;
    let mut season_ids = HashMap::new();
    for plan in EVENTS {
        let id = seasons::find_or_insert(&act.tx, plan.season, now - TimeDelta::days(460)).await?;
        season_ids.insert(plan.season, id);
    }
    let owners: Vec<Member> = members.iter().copied().filter(|member| member.role > Role::Member).collect();
    // Nobody left to run anything: only where every organizer of the table was here before as a member.
    let owners = if owners.is_empty() { members.clone() } else { owners };
    let (mut events, mut requests, mut helpers) = (Vec::new(), Vec::new(), Vec::new());
    for (id, plan) in (1..).map(EventId::new).zip(EVENTS) {
        let owner = owners[dice.below(owners.len())].id;
        let season = season_ids.get(plan.season).copied().unwrap_or(SeasonId::new(1));
        let story = story::tell(&dice, plan, (id, owner, season), &members, now);
        let helper = owners[dice.below(owners.len())].id;
        if helper != owner && dice.one_in(3) {
            helpers.push(NewOrganizer { event: id, person: helper, since: story.event.created_at });
        }
        events.push(NewEvent { public_id: site.chance.id(), ..story.event });
        requests.extend(story.requests);
    }
    let mut new_people = new_people;
    if crowd > 0 {
        let members = crowd::bring(&act.tx, site, crowd, now).await?;
        let (id, owner) = (EventId::new(i32::try_from(events.len() + 1).unwrap_or(i32::MAX)), owners[0].id);
        let plan = crowd::plan(crowd);
        let season = season_ids.get(plan.season).copied().unwrap_or(SeasonId::new(1));
        let story = story::tell(&dice, &plan, (id, owner, season), &members, now);
        events.push(NewEvent { public_id: site.chance.id(), ..story.event });
        requests.extend(story.requests);
        new_people += members.len();
    }
    let made = events.len();
    let keep: Vec<_> = events.iter().map(|event| (event.season, event.owner, event.created_at)).collect();
    insert_events(&act.tx, events).await?;
    insert_organizers(&act.tx, helpers).await?;
    stewards::insert_all(&act.tx, keep).await?;
    insert_requests(&act.tx, &requests).await?;
    let report = SeedReport {
        admin,
        people: new_people,
        seasons: seasons::list(&act.tx).await?.len(),
        events: made,
        requests: requests.len(),
    };
    let details = json!({ "people": report.people, "events": report.events, "requests": report.requests });
    act.note(Entry::of(Deed::ImportMadeUp).with(details));
    continue_event_numbers(&act.tx).await?;
    settle::recount(&act.tx).await?;
    act.commit().await?;
    Ok(report)
}

/// Adds the people of the table who are not here, and returns an admin's address, everyone, and how many are new.
async fn bring_people(
    c: &impl ConnectionTrait,
    site: &Site,
    now: DateTime<Utc>,
) -> Result<(String, Vec<Member>, usize), DbErr> {
    let here = people::list(c, "", Among::Everybody).await?;
    let made_up = (0_i64..).zip(PEOPLE).map(|(place, (name, mailbox, role, active))| NewPerson {
        public_id: site.chance.id(),
        name: (*name).to_owned(),
        email: format!("{mailbox}@example.org"),
        role: *role,
        active: *active,
        created_at: now - TimeDelta::days(455 - place * 3),
    });
    let new: Vec<_> = made_up.filter(|person| !here.iter().any(|here| here.email == person.email)).collect();
    insert_people(c, new.iter().cloned()).await?;
    let everybody = people::list(c, "", Among::Everybody).await?;
    let mut members = Vec::with_capacity(PEOPLE.len());
    let mut admin = None;
    for (_, mailbox, ..) in PEOPLE {
        let address = format!("{mailbox}@example.org");
        if let Some(person) = everybody.iter().find(|person| person.email == address) {
            members.push(Member { id: person.id, role: person.role, active: person.active });
            if person.role == Role::Admin && person.active {
                admin.get_or_insert(address);
            }
        }
    }
    Ok((admin.unwrap_or_default(), members, new.len()))
}

impl fmt::Display for SeedReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { admin, people, seasons, events, requests } = self;
        writeln!(
            f,
            "Made {people} people, {events} events in {seasons} seasons, {requests} requests. No mail was sent."
        )?;
        write!(f, "To look around as an admin: ticket-pool login-link {admin}")
    }
}
