//! Where an event can stand.

use ticket_pool::{
    domain::{event::EventForm, ids::EventId},
    server::{
        auth::Actor,
        services::{after, allocation, draft::forms::HandOnForm, event, request},
    },
};

use crate::harness::{Town, event_form};

/// Where an event can stand.
#[derive(Clone, Copy, Debug)]
pub enum State {
    Open,
    Closed,
    Decided,
    /// A draw waits for its round.
    Settled,
    Drawn,
    Finalized,
    /// One of Bram's tickets is given back for him, and that could still be taken back.
    Returning,
    /// Bram asks to hand one of his tickets on to Asha.
    Handing,
    /// Asha gave two back by the order of a draw, and they are offered to Bram.
    Offered,
    Reopened,
    /// Reopened, and Bram's number is another than he was told.
    Changed,
    Removed,
    Canceled,
    Deleted,
}

pub const STATES: [State; 14] = [
    State::Open,
    State::Closed,
    State::Decided,
    State::Settled,
    State::Drawn,
    State::Finalized,
    State::Returning,
    State::Handing,
    State::Offered,
    State::Reopened,
    State::Changed,
    State::Removed,
    State::Canceled,
    State::Deleted,
];

pub async fn in_state(town: &Town, state: State) -> EventId {
    let number = match state {
        State::Open => {
            let number = town.match_day().await;
            town.ask(number, &town.asha, &[4, 2]).await.unwrap();
            town.ask(number, &town.bram, &[3, 1]).await.unwrap();
            number
        }
        State::Closed | State::Decided | State::Drawn => town.closed_match().await,
        State::Settled => {
            town.closed_match_like(&EventForm { randomness: "drand".into(), ..event_form("Rovers v United") }).await
        }
        State::Offered => town.closed_in_turn().await,
        _ => town.finalized_match().await,
    };
    let (site, otto) = (&town.site, &town.otto);
    match state {
        State::Decided => drop(town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap()),
        State::Settled => drop(town.draw(number, ::allocation::Rule::LOTTERY, "").await.unwrap()),
        State::Drawn => {
            town.draw(number, ::allocation::Rule::LOTTERY, "").await.unwrap();
            town.put_draw(number).await.unwrap();
        }
        State::Returning => {
            after::give_back(site, &town.dana, (number, town.bram.person), ("1", "Bram is ill.", "")).await.unwrap();
        }
        State::Handing => {
            lets_hand_on(town, number, "confirm").await;
            after::hand_on(site, &town.bram, number, &handing(&town.asha)).await.unwrap();
        }
        State::Offered => offered(town, number).await,
        State::Reopened | State::Changed | State::Removed => event::reopen(site, otto, number).await.unwrap(),
        State::Canceled => event::cancel(site, otto, number).await.unwrap(),
        State::Deleted => event::delete(site, &town.dana, number).await.unwrap(),
        State::Open | State::Closed | State::Finalized => {}
    }
    match state {
        State::Changed => drop(town.give(number, &[(&town.bram, Some(0))]).await.unwrap()),
        State::Removed => request::withdraw(site, otto, number, town.bram.person, "Asked twice.").await.unwrap(),
        _ => {}
    }
    number
}

pub async fn lets_hand_on(town: &Town, number: EventId, how: &str) {
    town.force(&format!("UPDATE events SET hand_on = '{how}' WHERE id = {number}")).await.unwrap();
    // The same people try it again and again here.
    town.force("DELETE FROM limits").await.unwrap();
}

/// One ticket, to them.
pub fn handing(to: &Actor) -> HandOnForm {
    HandOnForm { number: "1".into(), email: to.email.clone(), line: String::new(), once: String::new() }
}

/// First come, first served: of five tickets Asha has 4 and Bram, who would take 3, has 1. Then Asha gives back two.
async fn offered(town: &Town, number: EventId) {
    let rule = ::allocation::Rule { order: ::allocation::Order::FirstCome, fill: ::allocation::Fill::Straight };
    town.draw(number, rule, "").await.unwrap();
    town.put_draw(number).await.unwrap();
    town.finalize(number, allocation::Telling::Changed).await.unwrap();
    after::give_back(&town.site, &town.asha, (number, town.asha.person), ("2", "", "")).await.unwrap();
    town.wait(after::UNDO);
    after::catch_up(&town.site).await.unwrap();
}
