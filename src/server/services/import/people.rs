use std::collections::{BTreeSet, HashMap, HashSet};

use super::{
    Difference, Oddity, Report, instants,
    text::{flag, line, shown},
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
            legacy::{Original, OriginalPerson},
            people::{self, Among, Person},
        },
        site::Site,
    },
};

/// Who is who: the original's number of a person → ours and the name.
pub(super) type People = HashMap<i64, (PersonId, String)>;

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
    read.retain(|(id, person)| match here.get(person.email.as_str()) {
        Some(here) => {
            let same = (&here.name, here.role, here.active) == (&person.name, person.role, person.active);
            report.people.found(same);
            if !same {
                report.differences.push(Difference::Person { name: here.name.clone(), address: here.email.clone() });
            }
            known.insert(*id, (here.id, here.name.clone()));
            false
        }
        None => true,
    });
    let numbers = insert_people(c, read.iter().map(|(_, person)| person.clone())).await?;
    report.people.new += numbers.len();
    known.extend(read.into_iter().filter_map(|(id, person)| Some((id, (*numbers.get(&person.email)?, person.name)))));
    Ok(known)
}

/// The file's people as ours would be, each with the number they have there.
fn read(site: &Site, original: &Original, report: &mut Report) -> Vec<(i64, NewPerson)> {
    let creators: HashSet<i64> = original.events.iter().map(|event| event.created_by).collect();
    let mut taken = HashSet::with_capacity(original.people.len());
    let mut read = Vec::with_capacity(original.people.len());
    for person in &original.people {
        let (email, reachable) = address(person, &mut taken, report);
        let name = match line(person.name.as_deref(), MAX_NAME) {
            name if name.is_empty() => format!("Person {}", person.id),
            name => name,
        };
        if person.name.as_deref().map(str::trim) != Some(&name) {
            report.oddities.push(Oddity::Renamed { what: format!("person {}", person.id), now: name.clone() });
        }
        let role = match flag(person.is_admin.as_deref()) {
            true => Role::Admin,
            false if creators.contains(&person.id) => Role::Organizer,
            false => Role::Member,
        };
        let active = reachable && flag(person.is_active.as_deref());
        let created_at = instants::utc(person.created_at.as_deref()).unwrap_or_else(|| site.now());
        read.push((person.id, NewPerson { public_id: site.chance.id(), name, email, role, active, created_at }));
    }
    let present: HashSet<i64> = read.iter().map(|&(id, _)| id).collect();
    let askers = original.requests.iter().map(|request| request.user_id);
    let missing: BTreeSet<i64> = creators.iter().copied().chain(askers).filter(|id| !present.contains(id)).collect();
    for id in missing {
        let name = format!("Former person {id}");
        report.oddities.push(Oddity::PersonMissing { id, now: name.clone() });
        let role = if creators.contains(&id) { Role::Organizer } else { Role::Member };
        let (public_id, created_at) = (site.chance.id(), site.now());
        read.push((id, NewPerson { public_id, name, email: nowhere(id), role, active: false, created_at }));
    }
    read
}

/// The person's address, and whether it is theirs. One that ours could not write to is kept: they cannot sign in until
/// an admin corrects it. Where there is none, or another person's, they get one that reaches nobody.
fn address(person: &OriginalPerson, taken: &mut HashSet<String>, report: &mut Report) -> (String, bool) {
    let raw = person.email.as_deref().unwrap_or_default();
    let lower = raw.trim().to_lowercase();
    let fits = !lower.is_empty() && lower.chars().count() <= 254 && !lower.chars().any(char::is_control);
    if fits && taken.insert(lower.clone()) {
        if Email::parse(&lower).is_err() {
            report.oddities.push(Oddity::AddressUnusable { id: person.id, address: shown(&lower) });
        }
        return (lower, true);
    }
    let now = nowhere(person.id);
    report.oddities.push(Oddity::AddressReplaced { id: person.id, seen: shown(raw), now: now.clone() });
    taken.insert(now.clone());
    (now, false)
}

/// An address that reaches nobody (RFC 2606).
fn nowhere(id: i64) -> String {
    format!("person-{id}@former.invalid")
}
