//! Sending what was chosen: one save at a time, each with the board's version.

use leptos::{prelude::*, task::spawn_local};

use super::state::{RowChoice, State};
use crate::{
    api::{SaveBoard, action},
    domain::{board::OTHER, ids::EventId},
    islands::{dom::go, post::post},
};

/// How saving stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Saving {
    /// Nothing to say yet.
    Quiet,
    Underway,
    Saved,
    /// Why not, and the page that shows what was typed beside what stands, if there is one.
    Refused(String, Option<String>),
}

/// What every save of a board says beside what was chosen.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub event: EventId,
    pub view: String,
    pub tickets: u32,
    /// What is said where nothing answers.
    pub offline: String,
}

/// Sends what is not saved yet, unless more is given than there is; what changes meanwhile goes with the next.
pub(super) fn send(
    board: StoredValue<Sent>,
    state: StoredValue<State>,
    version: RwSignal<i32>,
    saving: RwSignal<Saving>,
) {
    if state.with_value(|state| state.given > u64::from(board.with_value(|board| board.tickets))) {
        return;
    }
    let taken = state.try_update_value(State::take_unsaved).unwrap_or_default();
    if taken.is_empty() {
        return;
    }
    saving.set(Saving::Underway);
    spawn_local(async move {
        let answer =
            post(action::<SaveBoard>(), &board.with_value(|board| fields(board, version.get_untracked(), &taken)))
                .await;
        let Some(answer) = answer else {
            keep(state, &taken);
            saving.set(Saving::Refused(board.with_value(|board| board.offline.clone()), None));
            return;
        };
        match answer.refused.as_deref() {
            None => {
                version.set(answer.version.unwrap_or_else(|| version.get_untracked()));
                saving.set(Saving::Saved);
                send(board, state, version, saving);
            }
            Some("signed-out") => go(&answer.to),
            Some(refused) => {
                keep(state, &taken);
                let moved_on = matches!(refused, "conflict" | "not-now");
                saving.set(Saving::Refused(answer.said, moved_on.then_some(answer.to)));
            }
        }
    });
}

/// The fields of [`crate::domain::board::BoardForm`], as the plain form would send them.
fn fields(board: &Sent, version: i32, taken: &[(String, RowChoice)]) -> Vec<(String, String)> {
    let mut fields = vec![
        ("event".to_owned(), board.event.to_string()),
        ("view".to_owned(), board.view.clone()),
        ("version".to_owned(), version.to_string()),
    ];
    for (key, choice) in taken {
        for (name, value) in [("amount", &choice.amount), (OTHER, &choice.other), ("reason", &choice.reason)] {
            fields.push((format!("{name}[{key}]"), value.clone()));
        }
    }
    fields
}

fn keep(state: StoredValue<State>, taken: &[(String, RowChoice)]) {
    state.update_value(|state| state.keep(taken));
}
