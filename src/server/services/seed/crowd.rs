use chrono::{DateTime, TimeDelta, Utc};

use super::{
    Member,
    event_table::{FOOTBALL, LONDON, Plan, Stage},
    name_table::PEOPLE,
};
use crate::{
    domain::{event::Visibility, ids::PersonId, person::Role},
    server::{
        db::{
            ConnectionTrait, DbErr,
            import::{NewPerson, insert_people},
        },
        site::Site,
    },
};

/// An event that everyone in a crowd of `size` asks for: how large ones feel.
pub(super) fn plan(size: usize) -> Plan {
    Plan {
        name: "The final",
        season: FOOTBALL,
        days: 12,
        time: "15:00",
        zone: LONDON,
        tickets: u32::try_from(size * 2 / 3).unwrap_or(u32::MAX).clamp(1, 100_000),
        limit: 8,
        asking: size,
        shows_before: Visibility::Numbers,
        notes: "",
        stage: Stage::Closed,
    }
}

/// Adds `many` people, named after those of the table.
pub(super) async fn bring(
    c: &impl ConnectionTrait,
    site: &Site,
    many: usize,
    now: DateTime<Utc>,
) -> Result<Vec<Member>, DbErr> {
    let people = (0..many).map(|place| NewPerson {
        public_id: site.chance.id(),
        name: name(place),
        email: format!("crowd{place}@example.org"),
        role: Role::Member,
        active: true,
        created_at: now - TimeDelta::days(30),
    });
    let mut numbers: Vec<PersonId> = insert_people(c, people).await?.into_values().collect();
    numbers.sort_unstable();
    Ok(numbers.into_iter().map(|id| Member { id, role: Role::Member, active: true }).collect())
}

/// The first name of one with the last name of another.
fn name(place: usize) -> String {
    let of = |place: usize| PEOPLE[place % PEOPLE.len()].0;
    let (first, last) = (of(place), of(place * 7 + place / PEOPLE.len() + 3));
    let first = first.split(' ').next().unwrap_or(first);
    let last = last.rsplit(' ').next().unwrap_or(last);
    format!("{first} {last}")
}
