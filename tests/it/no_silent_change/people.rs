//! One property over everything that others can do to a person, whatever way they stand: what Asha was told and is
//! owed, what she asked for, her address and her ways in change only with a letter to her.

mod moves;

use std::fmt::Write;

use ticket_pool::{
    domain::{
        event::EventForm,
        ids::{EventId, SeasonId},
        person::{Email, PersonForm, Role},
    },
    server::{
        auth::Actor,
        db::{people, requests},
        services::{allocation, event, person, request, season, set_up, sign_in},
    },
};

pub use self::moves::Move;
use self::moves::make;
use crate::harness::{Town, event_form, person_form};

const GENERAL: SeasonId = SeasonId::new(1);

/// How someone can stand.
#[derive(Clone, Copy, Debug)]
enum State {
    /// Signed in twice, and told what they got.
    Member,
    /// The same, with a link and a code on their way, and another address asked for.
    Between,
    Deactivated,
    /// Runs an event of Otto's and keeps the season.
    Organizer,
}

const STATES: [State; 4] = [State::Member, State::Between, State::Deactivated, State::Organizer];

/// An event of Otto's with too few tickets, and one person for each move who was told that they got one of the two they
/// wanted.
async fn crowd(town: &Town, place: usize) -> (EventId, Vec<Actor>) {
    let form = EventForm { tickets: "20".into(), ..event_form("Rovers v United") };
    let number = event::create(&town.site, &town.otto, &form).await.unwrap();
    let mut crowd = Vec::new();
    for next in 0..Move::ALL.len() {
        let who = town.newcomer(&format!("P{place}x{next}")).await;
        town.ask(number, &who, &[2, 1]).await.unwrap();
        crowd.push(who);
    }
    town.close(number).await;
    town.give(number, &crowd.iter().map(|who| (who, Some(1))).collect::<Vec<_>>()).await.unwrap();
    town.finalize(number, allocation::Telling::All).await.unwrap();
    (number, crowd)
}

/// Brings someone into this state.
async fn bring(town: &Town, (who, number): (&Actor, EventId), state: State) {
    for _ in 0..2 {
        town.browser_of(who).await;
    }
    match state {
        State::Member => {}
        State::Between => {
            person::ask_address(&town.site, who, &format!("{}@example.net", who.name)).await.unwrap();
            sign_in::ask(&town.site, &who.email, "/", &sign_in::Browser::default()).await.unwrap();
        }
        State::Deactivated => town.change(who, Role::Member, false).await,
        State::Organizer => {
            town.change(who, Role::Organizer, true).await;
            event::add_organizer(&town.site, &town.dana, number, &who.person.to_string()).await.unwrap();
            season::add_steward(&town.site, &town.otto, GENERAL, &who.email).await.unwrap();
        }
    }
    town.post().await;
}

/// What someone knows of themselves: where mail for them goes, whether and how they come in, what they asked for, were
/// told and are owed, and what their season says.
async fn known(town: &Town, number: EventId, who: &Actor) -> String {
    let c = town.site.db.read();
    let person = people::find(c, who.person).await.unwrap().unwrap();
    let mut known = format!("{} {} |", person.email, person.active);
    let of = format!("user_id = {}", who.person);
    for (table, condition) in [
        ("sessions", "1 = 1"),
        ("sign_in_links", "purpose <> 'command' AND used_at IS NULL AND voided_at IS NULL"),
        ("address_changes", "1 = 1"),
        ("address_undos", "used_at IS NULL"),
    ] {
        let count = town.count(table, &format!("{of} AND {condition}")).await;
        write!(known, " {table} {count}").unwrap();
    }
    let request = requests::find(c, number, who.person).await.unwrap().unwrap();
    let (tiers, note, since) = (request.tiers, request.note, request.since);
    let numbers = (request.withdrawn_at, request.told, request.allocated);
    write!(known, " | {tiers:?} {note:?} {since} {numbers:?}").unwrap();
    let season = crate::seasons::remembered(town, GENERAL, who).await;
    write!(known, " | {season:?}").unwrap();
    known
}

/// How many letters to someone were ever written.
async fn letters(town: &Town, who: &Actor) -> i64 {
    town.count("outbox", &format!("user_id = {}", who.person)).await
}

both! {
    async fn what_someone_knows_of_themselves_changes_only_with_a_letter_to_them(town: Town) {
        let (mut silent, mut deaf, mut told) = (Vec::new(), Vec::new(), 0);
        for (place, state) in STATES.into_iter().enumerate() {
            let (number, crowd) = crowd(&town, place).await;
            for (this, who) in Move::ALL.into_iter().zip(crowd) {
                bring(&town, (&who, number), state).await;
                let before = (known(&town, number, &who).await, letters(&town, &who).await);
                let done = make(&town, (&who, number), this).await;
                let after = (known(&town, number, &who).await, letters(&town, &who).await);
                match (before.0 == after.0, before.1 == after.1) {
                    (false, true) => silent.push(format!("{state:?}, {this:?}: {} became {}", before.0, after.0)),
                    (false, false) => {
                        told += 1;
                        assert!(done.is_ok(), "{state:?}, {this:?}: {done:?}");
                        if town.post().await.iter().all(|letter| letter.to_address != who.email) {
                            deaf.push(format!("{state:?}, {this:?}"));
                        }
                    }
                    (true, _) => {}
                }
            }
        }
        assert!(silent.is_empty(), "{} silent:\n{}", silent.len(), silent.join("\n"));
        assert!(deaf.is_empty(), "written, and not sent to the address they had:\n{}", deaf.join("\n"));
        assert!(told >= 20, "the moves do something: {told}");
    }

    async fn whose_ways_in_are_changed_is_told_by_whom_and_what_to_do(town: Town) {
        town.browser_of(&town.asha).await;
        town.post().await;
        let (site, asha, address) = (&town.site, town.asha.person, Email::parse("asha@example.org").unwrap());
        let out = "You were signed out of Ticket Pool";
        let (off, on) = ("Your Ticket Pool account was deactivated", "Your Ticket Pool account is active again");
        for (minute, (subject, says)) in [
            (out, "An admin signed you out on every device"),
            (out, "Someone who runs the server signed you out on every device"),
            (off, "An admin deactivated your account"),
            (on, "An admin activated your account again"),
            (off, "An admin deactivated your account"),
            (on, "Someone who runs the server activated your account again"),
        ]
        .into_iter()
        .enumerate()
        {
            match minute {
                0 => drop(person::sign_out_everywhere(site, &town.dana, asha).await.unwrap()),
                1 => drop(person::revoke_sessions(site, &address).await.unwrap()),
                5 => drop(set_up::make_admin(site, &person_form("Asha", Role::Admin)).await.unwrap()),
                _ => town.change(&town.asha, Role::Member, minute == 3).await,
            }
            let letters = town.post().await;
            let [letter] = &letters[..] else { panic!("{subject}: {letters:?}") };
            assert_eq!((&*letter.to_address, &*letter.subject), ("asha@example.org", subject));
            let when = format!("{says} on Sunday, November 22, 2026, 12:0{minute} PM UTC.");
            assert!(letter.text.contains(&when), "{}", letter.text);
            town.wait(chrono::TimeDelta::minutes(1));
        }
    }

    /// An admin sets an address of their own, and deactivates the account for a minute, so that the email to the one
    /// before is not sent: it waits while that is done, or it is to be sent meanwhile.
    async fn another_address_is_told_of_whatever_is_done_to_the_account_meanwhile(town: Town) {
        for (sent_meanwhile, email) in [(false, "dana2@example.net"), (true, "dana3@example.net")] {
            for active in [None, Some(""), Some("on")] {
                let now = people::find(town.site.db.read(), town.asha.person).await.unwrap().unwrap();
                let form = PersonForm {
                    email: email.into(),
                    active: active.unwrap_or("on").into(),
                    version: now.version.to_string(),
                    ..person_form("Asha", Role::Member)
                };
                person::edit(&town.site, &town.dana, town.asha.person, &form).await.unwrap();
                if sent_meanwhile && active == Some("") {
                    town.post().await;
                }
            }
            town.post().await;
            let told = "SELECT status FROM outbox WHERE kind = 'address-changed' ORDER BY id DESC LIMIT 1";
            assert_eq!(town.rows(told).await[0]["status"], "sent", "{email}");
            town.wait(chrono::TimeDelta::minutes(1));
        }
    }

    /// What an organizer does while nothing is written to someone: an admin helps, and both are told of.
    async fn who_was_deactivated_while_their_request_was_removed_is_told_to_look(town: Town) {
        let number = town.closed_match().await;
        town.post().await;
        town.change(&town.asha, Role::Member, false).await;
        request::withdraw(&town.site, &town.otto, number, town.asha.person, "Gone.").await.unwrap();
        town.change(&town.asha, Role::Member, true).await;
        let letters = town.post().await;
        let to_asha: Vec<_> = letters.iter().filter(|letter| letter.to_name == "Asha").collect();
        let last = to_asha.last().expect("a letter that the account is active again");
        assert!(last.text.contains("While it was not, no other email was sent to you. Look at your requests"), "{}", last.text);
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await.text();
        assert!(page.contains("Otto removed your request") && page.contains("Gone."), "{page}");
    }
}
