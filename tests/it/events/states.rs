//! Every move from every state.

use ticket_pool::{
    domain::{event::EventStatus, ids::EventId},
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        services::{Done, allocation::Telling, event, request},
    },
};

use crate::harness::{Town, amounts, board, event_form, finalizing, wish};

/// What can be done to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Edit,
    Close,
    Open,
    Save,
    Finalize,
    Reopen,
    Cancel,
    Uncancel,
    Ask,
    Enter,
    Withdraw,
    Delete,
    Restore,
    HandOver,
}

impl Move {
    pub const ALL: [Self; 14] = [
        Self::Edit,
        Self::Close,
        Self::Open,
        Self::Save,
        Self::Finalize,
        Self::Reopen,
        Self::Cancel,
        Self::Uncancel,
        Self::Ask,
        Self::Enter,
        Self::Withdraw,
        Self::Delete,
        Self::Restore,
        Self::HandOver,
    ];

    /// `who` tries it on an event that Asha asks for.
    pub async fn by(self, town: &Town, who: &Actor, number: EventId) -> Done {
        let site = &town.site;
        let now = town.event(number).await;
        let asha = town.request(number, &town.asha).await;
        match self {
            Self::Edit => {
                let mut form = event_form("Rovers v City");
                form.version = now.version.to_string();
                event::edit(site, who, number, &form).await
            }
            Self::Close => event::close(site, who, number).await,
            Self::Open => event::open_again(site, who, number).await,
            Self::Save => {
                let board = board(now.board_version, &[(asha.id, Some(2))]);
                ticket_pool::server::services::allocation::save(site, who, number, &board).await.map(|_| ())
            }
            Self::Finalize => {
                let version = now.board_version.to_string();
                let how = finalizing(&version);
                ticket_pool::server::services::allocation::finalize(site, who, number, how).await.map(|_| ())
            }
            Self::Reopen => event::reopen(site, who, number).await,
            Self::Cancel => event::cancel(site, who, number).await,
            Self::Uncancel => event::uncancel(site, who, number).await,
            Self::Ask => request::save(site, who, number, who.person, &wish(&[1], 0)).await,
            Self::Enter => request::save(site, who, number, town.bram.person, &wish(&[1], 0)).await,
            Self::Withdraw => request::withdraw(site, who, number, town.asha.person, "Asked twice.").await,
            Self::Delete => event::delete(site, who, number).await,
            Self::Restore => event::restore(site, who, number).await,
            Self::HandOver => event::hand_over(site, who, number, &town.olga.person.to_string()).await,
        }
    }
}

/// Otto's event in a state. Asha asks for it; from closed on she has been given 1.
pub async fn event_in(town: &Town, state: EventStatus) -> EventId {
    let number = town.match_day().await;
    town.ask(number, &town.asha, &[2, 1]).await.unwrap();
    if state == EventStatus::Open {
        return number;
    }
    event::close(&town.site, &town.otto, number).await.unwrap();
    town.give(number, &[(&town.asha, Some(1))]).await.unwrap();
    match state {
        EventStatus::Finalized => {
            town.finalize(number, Telling::Changed).await.unwrap();
        }
        EventStatus::Canceled => event::cancel(&town.site, &town.otto, number).await.unwrap(),
        _ => {}
    }
    assert_eq!(town.event(number).await.status, state);
    number
}

/// What comes of it: the state after, or why not.
#[expect(clippy::match_same_arms, reason = "a table is read line by line")]
fn outcome(state: EventStatus, done: Move) -> Result<EventStatus, Obstacle> {
    use EventStatus::{Canceled, Closed, Finalized, Open};
    use Obstacle as No;
    match (done, state) {
        (Move::Edit | Move::Enter | Move::Withdraw, Open | Closed) => Ok(state),
        (Move::Close, Open | Closed) => Ok(Closed),
        (Move::Open, Open | Closed) => Ok(Open),
        (Move::Save, Closed) => Ok(Closed),
        (Move::Finalize, Closed) => Ok(Finalized),
        (Move::Save | Move::Finalize, Open) => Err(No::RequestsOpen),
        (Move::Reopen, Finalized) => Ok(Closed),
        (Move::Reopen, Canceled) => Err(No::Canceled),
        (Move::Reopen, _) => Err(No::NotFinalized),
        (Move::Cancel, _) => Ok(Canceled),
        (Move::Uncancel, Canceled) => Ok(Closed),
        (Move::Uncancel, _) => Err(No::NotCanceled),
        // Otto runs it, so he may also ask for himself once it is closed.
        (Move::Ask, Open | Closed) => Ok(state),
        (_, Finalized) => Err(No::Finalized),
        (_, Canceled) => Err(No::Canceled),
        (Move::Delete | Move::Restore | Move::HandOver, _) => unreachable!("not a matter of the state"),
    }
}

both! {
    async fn every_move_from_every_state_does_what_the_table_says(town: Town) {
        for state in EventStatus::ALL {
            for done in Move::ALL {
                if matches!(done, Move::Delete | Move::Restore | Move::HandOver) {
                    continue;
                }
                let number = event_in(&town, state).await;
                let before = (town.event(number).await, amounts(&town, number).await);
                let result = done.by(&town, &town.otto, number).await;
                match outcome(state, done) {
                    Ok(after) => {
                        result.unwrap_or_else(|refused| panic!("{done:?} when {state:?}: {refused}"));
                        assert_eq!(town.event(number).await.status, after, "{done:?} when {state:?}");
                    }
                    Err(why) => {
                        let refused = result.expect_err(&format!("{done:?} when {state:?}"));
                        assert_eq!(
                            format!("{refused}"),
                            format!("refused: {:?}", Refusal::NotNow { why }),
                            "{done:?} when {state:?}"
                        );
                        assert_eq!((town.event(number).await, amounts(&town, number).await), before);
                    }
                }
            }
        }
    }

    async fn a_member_asks_only_while_the_event_is_open(town: Town) {
        for (state, why) in [
            (EventStatus::Closed, Obstacle::RequestsClosed),
            (EventStatus::Finalized, Obstacle::Finalized),
            (EventStatus::Canceled, Obstacle::Canceled),
        ] {
            let number = event_in(&town, state).await;
            let before = town.snapshot(&["requests", "request_tiers"]).await;
            for done in [
                Move::Ask.by(&town, &town.bram, number).await,
                Move::Withdraw.by(&town, &town.asha, number).await,
                town.ask(number, &town.asha, &[2]).await,
                request::restore(&town.site, &town.asha, number, town.asha.person).await,
            ] {
                assert_eq!(crate::harness::refusal(done), Refusal::NotNow { why }, "{state:?}");
            }
            assert_eq!(town.snapshot(&["requests", "request_tiers"]).await, before);
        }
    }

    async fn nothing_can_be_done_to_an_event_in_the_bin(town: Town) {
        for done in Move::ALL {
            let number = event_in(&town, EventStatus::Closed).await;
            event::delete(&town.site, &town.dana, number).await.unwrap();
            let result = done.by(&town, &town.dana, number).await;
            if done == Move::Restore {
                result.unwrap();
                assert_eq!(town.event(number).await.status, EventStatus::Closed);
            } else {
                assert_eq!(crate::harness::refusal(result), Refusal::NotFound, "{done:?}");
            }
        }
    }
}
