//! Who may do what: every server function against six people, in one table.

mod others;
mod permit;
mod table;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use server_fn::axum::server_fn_paths;
use ticket_pool::{
    api::Reply,
    error::{Obstacle, Refusal},
};

use self::table::{AT_THE_DOOR, BOARDS, EVENTS, PEOPLE, REQUESTS, Row, SEASONS, TICKETS};
use super::functions::{Stage, Who, pairs, reply};
use crate::harness::{DOMAIN, Town};

/// What comes of a form that is in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comes {
    /// It is done, and something changed.
    Done,
    /// It is done, and there was nothing to do.
    Idle,
    /// Nobody is signed in.
    Door,
    Forbidden,
    /// There are people here already.
    SetUpAlready,
}

impl Comes {
    /// The refusal with its status, if it is one.
    fn refusal(self) -> Option<(StatusCode, Refusal)> {
        match self {
            Self::Done | Self::Idle => None,
            Self::Door => Some((StatusCode::UNAUTHORIZED, Refusal::SignedOut)),
            Self::Forbidden => Some((StatusCode::FORBIDDEN, Refusal::Forbidden)),
            Self::SetUpAlready => Some((StatusCode::CONFLICT, Refusal::NotNow { why: Obstacle::AlreadySetUp })),
        }
    }
}

/// Sends every form of these rows as each of the six, and names everything that came otherwise.
async fn all_right(town: &Town, rows: &[Row]) {
    let stage = Stage::set(town).await;
    let mut wrongs = Vec::new();
    for (call, all) in rows {
        for (who, comes) in Who::ALL.into_iter().zip(all) {
            let mut browser = stage.browser(who).await;
            let form = stage.form(*call, who, &mut browser).await;
            let before = town.snapshot(&DOMAIN).await;
            let answer = browser.post_for_json(call.path(), &pairs(&form)).await;
            let right = match (comes.refusal(), reply(&answer)) {
                (None, Reply::Done { .. }) => answer.status == StatusCode::OK,
                (Some(expected), Reply::Refused { refusal, .. }) => (answer.status, refusal) == expected,
                _ => false,
            };
            let changed = town.snapshot(&DOMAIN).await != before;
            if !right || changed != (*comes == Comes::Done) {
                let what = if changed { "something changed" } else { "nothing changed" };
                wrongs.push(format!("{call:?} by {who:?}: {} {:.200}, {what}", answer.status, answer.body));
            }
        }
    }
    assert!(wrongs.is_empty(), "{} wrongs:\n{}", wrongs.len(), wrongs.join("\n"));
}

#[test]
fn every_server_function_stands_in_the_table() {
    let rows = [&EVENTS[..], &BOARDS, &REQUESTS, &TICKETS, &SEASONS, &PEOPLE, &AT_THE_DOOR].concat();
    let listed: BTreeSet<&str> = rows.iter().map(|(call, _)| call.path()).collect();
    let there: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(listed, there);
    assert_eq!(rows.len(), 78);
}

both! {
    async fn everyone_does_with_events_what_the_table_says(town: Town) {
        all_right(&town, &EVENTS).await;
    }

    async fn everyone_does_with_boards_and_draws_what_the_table_says(town: Town) {
        all_right(&town, &BOARDS).await;
    }

    async fn everyone_does_with_requests_what_the_table_says(town: Town) {
        all_right(&town, &REQUESTS).await;
    }

    async fn everyone_does_with_tickets_after_the_result_what_the_table_says(town: Town) {
        all_right(&town, &TICKETS).await;
    }

    async fn everyone_does_with_seasons_what_the_table_says(town: Town) {
        all_right(&town, &SEASONS).await;
    }

    async fn everyone_does_with_people_and_mail_what_the_table_says(town: Town) {
        all_right(&town, &PEOPLE).await;
    }

    async fn everyone_does_at_the_door_what_the_table_says(town: Town) {
        all_right(&town, &AT_THE_DOOR).await;
    }
}
