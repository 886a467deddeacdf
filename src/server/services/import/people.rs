use std::collections::{BTreeSet, HashMap, HashSet};

use super::{
    Difference, Oddity, Report,
    accounts::{self, Account, Claim, NOWHERE, address, last_use, nowhere},
    events::number,
    instants,
    oddity::NO_ACTIVE,
    text::{flag, is_flag, is_line, line, shown_or_null},
};
use crate::{
    domain::{
        ids::PersonId,
        person::{Email, MAX_NAME, Role},
    },
    server::{
        db::{
            ConnectionTrait, DbErr,
            import::{NewPerson, insert_people},
            legacy::{Number, Original, OriginalEvent, OriginalPerson},
            people::{self, Among, Person},
        },
        site::Site,
    },
};

/// Whom a row of the file names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Who {
    Number(i64),
    /// Nobody who could be meant: so do some events of their creators.
    Unnamed,
}

impl Who {
    pub fn of(number: &Number) -> Self {
        number.is.map_or(Self::Unnamed, Self::Number)
    }
}

/// Who is who: what the original calls a person → ours and the name.
pub(super) type People = HashMap<Who, (PersonId, String)>;

/// A person of the file as ours would be, and what leads to them there, if anything does.
type Read = (Option<Who>, NewPerson);

/// Brings everyone whom the file names: its people, and whoever an event or a request names beside them.
pub(super) async fn bring(
    c: &impl ConnectionTrait,
    site: &Site,
    original: &Original,
    report: &mut Report,
) -> Result<People, DbErr> {
    let here = people::list(c, "", Among::Everybody).await?;
    let here: HashMap<&str, &Person> = here.iter().map(|person| (person.email.as_str(), person)).collect();
    let mut read = read(site, original, report);
    let mut known = People::with_capacity(read.len());
    read.retain(|(number, person)| match here.get(person.email.as_str()) {
        Some(here) => {
            let same = (&here.name, here.role, here.active) == (&person.name, person.role, person.active);
            report.people.found(same);
            if !same {
                report.differences.push(Difference::Person { name: here.name.clone(), address: here.email.clone() });
            }
            known.extend(number.map(|number| (number, (here.id, here.name.clone()))));
            false
        }
        None => true,
    });
    let ids = insert_people(c, read.iter().map(|(_, person)| person.clone())).await?;
    report.people.new += ids.len();
    known.extend(
        read.into_iter().filter_map(|(number, person)| Some((number?, (*ids.get(&person.email)?, person.name)))),
    );
    Ok(known)
}

/// Whether there is an active admin to whom a way in can be sent.
pub(super) async fn has_admin(c: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let admins = people::list(c, "", Among::With(Role::Admin)).await?;
    let is_reached = |email: &str| Email::parse(email).is_ok() && !email.ends_with(NOWHERE);
    Ok(admins.iter().any(|admin| admin.active && is_reached(&admin.email)))
}

/// The file's people, and whom else it names.
fn read(site: &Site, original: &Original, report: &mut Report) -> Vec<Read> {
    let events = || original.events.iter().filter(|event| number(event).is_some());
    let creators: HashSet<Who> = events().map(|event| Who::of(&event.created_by)).collect();
    let accounts = accounts(original, &creators);
    let mut taken: HashSet<String> = accounts.iter().filter_map(|account| account.address.clone()).collect();
    let mut read = Vec::with_capacity(accounts.len());
    for (account, claim) in accounts.iter().zip(accounts::settle(&accounts)) {
        if let Some(first) = claim.double {
            let (place, taken) = (account.row.place.clone(), accounts[first].row.place.clone());
            let why = accounts::why(&accounts[first], account);
            report.oddities.push(Oddity::Twice { place, taken, why });
            continue;
        }
        let person = person((site, original), account, (claim, &accounts), &mut taken, report);
        read.push((number_of(account, claim, &accounts, report), person));
    }
    let present: HashSet<Who> = read.iter().filter_map(|&(number, _)| number).collect();
    let numbers: HashSet<i64> = events().filter_map(|event| event.place.id.is).collect();
    let asked = original.requests.iter().filter(|row| row.event.is.is_some_and(|event| numbers.contains(&event)));
    let askers = asked.filter_map(|row| row.user.is.map(Who::Number));
    let missing: BTreeSet<_> = creators.iter().copied().chain(askers).filter(|id| !present.contains(id)).collect();
    for who in missing {
        let (name, address) = match who {
            Who::Number(id) => (format!("Former person {id}"), id.to_string()),
            Who::Unnamed => ("Former person".to_owned(), "unknown".to_owned()),
        };
        match who {
            Who::Number(id) => report.oddities.push(Oddity::PersonMissing { id, now: name.clone() }),
            Who::Unnamed => {
                let unnamed = events().filter(|event| Who::of(&event.created_by) == Who::Unnamed);
                let told = |event: &OriginalEvent| {
                    let (place, seen) = (event.place.clone(), event.created_by.to_string());
                    Oddity::CreatorUnnamed { place, seen, now: name.clone() }
                };
                report.oddities.extend(unnamed.map(told));
            }
        }
        let role = if creators.contains(&who) { Role::Organizer } else { Role::Member };
        let (public_id, created_at, email) = (site.chance.id(), site.now(), nowhere(&address, &mut taken));
        read.push((Some(who), NewPerson { public_id, name, email, role, active: false, created_at }));
    }
    read
}

fn accounts<'a>(original: &'a Original, creators: &HashSet<Who>) -> Vec<Account<'a>> {
    let last = last_use(original);
    let all_active = original.lacks(NO_ACTIVE);
    let account = |row: &'a OriginalPerson| {
        let id = row.place.id.is;
        Account {
            row,
            address: address(row.email.as_deref()),
            active: all_active || flag(row.is_active.as_deref()),
            role: match flag(row.is_admin.as_deref()) {
                true => Role::Admin,
                false if id.is_some_and(|id| creators.contains(&Who::Number(id))) => Role::Organizer,
                false => Role::Member,
            },
            used: id.and_then(|id| last.get(&id).copied()).max(instants::utc(row.created_at.as_deref())),
        }
    };
    original.people.iter().map(account).collect()
}

/// What leads to an account; nothing where it has no number, or another has it.
fn number_of(account: &Account<'_>, claim: Claim, accounts: &[Account<'_>], report: &mut Report) -> Option<Who> {
    let place = &account.row.place;
    if let Some(first) = claim.number {
        let (kept, why) = (accounts[first].row.place.clone(), accounts::why(&accounts[first], account));
        report.oddities.push(Oddity::NumberShared { place: place.clone(), kept, why });
        return None;
    }
    if place.id.is.is_none() {
        report.oddities.push(Oddity::NoNumber { place: place.clone() });
    }
    place.id.is.map(Who::Number)
}

/// An account as a person of ours.
fn person(
    (site, original): (&Site, &Original),
    account: &Account<'_>,
    (claim, accounts): (Claim, &[Account<'_>]),
    taken: &mut HashSet<String>,
    report: &mut Report,
) -> NewPerson {
    let (row, place) = (account.row, &account.row.place);
    let own = account.address.clone().filter(|_| claim.address.is_none());
    let active = account.active && own.is_some();
    let email = own.unwrap_or_else(|| {
        let who = place.id.is.map_or_else(|| format!("row-{}", place.row), |id| id.to_string());
        let (now, seen) = (nowhere(&who, taken), shown_or_null(row.email.as_deref()));
        report.oddities.push(match claim.address.map(|first| &accounts[first]) {
            Some(first) => Oddity::AddressShared {
                place: place.clone(),
                kept: first.row.place.clone(),
                seen,
                now: now.clone(),
                why: accounts::why(first, account),
            },
            None => Oddity::AddressReplaced { place: place.clone(), seen, now: now.clone() },
        });
        now
    });
    if claim.address.is_none() && account.address.is_some() && Email::parse(&email).is_err() {
        let address = shown_or_null(Some(&email));
        report.oddities.push(Oddity::AddressUnusable { place: place.clone(), address });
    }
    let name = name(row, report);
    for (column, raw) in [("is_admin", &row.is_admin), ("is_active", &row.is_active)] {
        if !is_flag(raw.as_deref()) && !original.lacks(&format!("column users.{column}")) {
            let (place, seen) = (place.clone(), shown_or_null(raw.as_deref()));
            report.oddities.push(Oddity::NoFlag { place, column, seen });
        }
    }
    let created_at = instants::told(place, "created_at", row.created_at.as_deref(), site.now(), report);
    NewPerson { public_id: site.chance.id(), name, email, role: account.role, active, created_at }
}

fn name(row: &OriginalPerson, report: &mut Report) -> String {
    let place = &row.place;
    let name = match (line(row.name.as_deref(), MAX_NAME), place.id.is) {
        (name, Some(id)) if name.is_empty() => format!("Person {id}"),
        (name, None) if name.is_empty() => format!("Person of row {}", place.row),
        (name, _) => name,
    };
    if !is_line(row.name.as_deref(), &name) {
        report.oddities.push(Oddity::Renamed { what: place.to_string(), now: name.clone() });
    }
    name
}
