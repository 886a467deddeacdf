//! The table of rights itself, written out a second time.

use std::collections::BTreeSet;

use ticket_pool::{
    domain::{
        ids::{PersonId, SessionId},
        person::Role,
    },
    server::auth::{Action, Actor, Client, Standing, permit},
};

const STANDINGS: [Standing; 4] = [Standing::None, Standing::CoOrganizer, Standing::Owner, Standing::Steward];

const Y: bool = true;
const N: bool = false;

/// What someone of a role may do: with nothing to do with the event, as its co-organizer, as its owner, as a
/// steward of the season. First where
/// organizers create events, then where everyone does.
const RIGHTS: [(Action, Role, [bool; 4], [bool; 4]); 36] = [
    (Action::Ask, Role::Member, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::Ask, Role::Organizer, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::Ask, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::SeeEvent, Role::Member, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::SeeEvent, Role::Organizer, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::SeeEvent, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::CreateEvent, Role::Member, [N, N, N, N], [Y, Y, Y, Y]),
    (Action::CreateEvent, Role::Organizer, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::CreateEvent, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::RunEvent, Role::Member, [N, N, N, N], [N, Y, Y, N]),
    (Action::RunEvent, Role::Organizer, [N, Y, Y, N], [N, Y, Y, N]),
    (Action::RunEvent, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::HandOver, Role::Member, [N, N, N, N], [N, N, Y, N]),
    (Action::HandOver, Role::Organizer, [N, N, Y, N], [N, N, Y, N]),
    (Action::HandOver, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::ListPeople, Role::Member, [N, N, N, N], [N, N, N, N]),
    (Action::ListPeople, Role::Organizer, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::ListPeople, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::KeepSeason, Role::Member, [N, N, N, N], [N, N, N, Y]),
    (Action::KeepSeason, Role::Organizer, [N, N, N, Y], [N, N, N, Y]),
    (Action::KeepSeason, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::DeleteEvent, Role::Member, [N, N, N, N], [N, N, N, N]),
    (Action::DeleteEvent, Role::Organizer, [N, N, N, N], [N, N, N, N]),
    (Action::DeleteEvent, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::ManagePeople, Role::Member, [N, N, N, N], [N, N, N, N]),
    (Action::ManagePeople, Role::Organizer, [N, N, N, N], [N, N, N, N]),
    (Action::ManagePeople, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::ManageMail, Role::Member, [N, N, N, N], [N, N, N, N]),
    (Action::ManageMail, Role::Organizer, [N, N, N, N], [N, N, N, N]),
    (Action::ManageMail, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::ReadLog, Role::Member, [N, N, N, N], [N, N, N, N]),
    (Action::ReadLog, Role::Organizer, [N, N, N, N], [N, N, N, N]),
    (Action::ReadLog, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
    (Action::ReadSettings, Role::Member, [N, N, N, N], [N, N, N, N]),
    (Action::ReadSettings, Role::Organizer, [N, N, N, N], [N, N, N, N]),
    (Action::ReadSettings, Role::Admin, [Y, Y, Y, Y], [Y, Y, Y, Y]),
];

/// How many actions there are.
const ACTIONS: usize = 12;

/// Each action by its number. A new one does not compile here before it has its rows above.
const fn number(action: Action) -> usize {
    match action {
        Action::Ask => 0,
        Action::SeeEvent => 1,
        Action::CreateEvent => 2,
        Action::RunEvent => 3,
        Action::HandOver => 4,
        Action::DeleteEvent => 5,
        Action::ManagePeople => 6,
        Action::ManageMail => 7,
        Action::ReadLog => 8,
        Action::ReadSettings => 9,
        Action::ListPeople => 10,
        Action::KeepSeason => 11,
    }
}

fn someone(role: Role) -> Actor {
    let (name, email) = ("Asha".to_owned(), "asha@example.org".to_owned());
    Actor {
        person: PersonId::new(1),
        name,
        email,
        role,
        zone: None,
        language: None,
        session: SessionId::new(1),
        signed_in_at: chrono::DateTime::UNIX_EPOCH,
        client: Client::default(),
    }
}

#[test]
fn everyone_may_do_what_the_table_says_and_nothing_else() {
    let mut asked = 0;
    for (action, role, organizers_create, everyone_creates) in RIGHTS {
        for (everyone, expected) in [(false, organizers_create), (true, everyone_creates)] {
            for (standing, expected) in STANDINGS.into_iter().zip(expected) {
                let may = permit(&someone(role), action, standing, everyone);
                assert_eq!(may, expected, "{action:?} by {role:?} as {standing:?}, everyone creates: {everyone}");
                asked += 1;
            }
        }
    }
    assert_eq!(asked, ACTIONS * Role::ALL.len() * STANDINGS.len() * 2);
}

#[test]
fn every_action_has_a_row_for_every_role() {
    let rows: BTreeSet<(usize, Role)> = RIGHTS.iter().map(|&(action, role, ..)| (number(action), role)).collect();
    let all: BTreeSet<(usize, Role)> = (0..ACTIONS).flat_map(|n| Role::ALL.map(|role| (n, role))).collect();
    assert_eq!(rows, all);
}
