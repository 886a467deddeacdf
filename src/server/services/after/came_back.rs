use std::cmp;

use allocation::after::What;
use chrono::TimeDelta;
use serde::Deserialize;

use super::Run;
use crate::{
    domain::message::Kind,
    server::{
        db::{
            after::{self, Stored},
            held::Held,
            outbox,
        },
        mail::messages::{CameBackFacts, CameBackMessage, LeftOverFacts, LeftOverMessage},
        services::{Act, Done, mail::event_facts},
    },
};

/// So long before an event those who run it are told at once of what comes back; before that the summary of the day tells it.
const AT_ONCE: TimeDelta = TimeDelta::hours(24);
/// They are told no more often than this.
const BETWEEN: TimeDelta = TimeDelta::hours(1);

/// Why a message is not sent.
const TOLD_LATER: &str = "A later email tells it, too.";

impl Run {
    /// Tells those who run the event what came back on its last day: at once, or with what comes back until then where they were
    /// told within the last hour.
    pub(super) async fn tell_what_came_back(&self, act: &mut Act<'_>, event: &Held, new: &[Stored]) -> Done {
        let of = |what| new.iter().map(|stored| &stored.entry.fields).filter(move |fields| fields.what == what);
        let count = |what| of(what).filter_map(|fields| fields.number).sum::<u32>();
        let (mut returned, mut late) = (count(What::Return), count(What::Late));
        let soon = event.schedule.starts_at - act.now < AT_ONCE;
        if returned + late == 0 || !soon || !self.course().is_running() {
            return Ok(());
        }
        let waiting = outbox::not_left(&act.tx, event.id, Kind::CameBack).await?;
        let told = outbox::latest_of_event(&act.tx, event.id, Kind::CameBack).await?;
        let due_at = match waiting.iter().map(|message| message.due_at).min() {
            Some(due_at) => due_at,
            None => told.map_or(act.now, |told| cmp::max(act.now, told + BETWEEN)),
        };
        // Then they are told what is left.
        if due_at >= event.schedule.starts_at {
            return Ok(());
        }
        if let Some(first) = waiting.first()
            && let Ok(facts) = CameBackFacts::deserialize(&first.payload)
        {
            (returned, late) = (returned + facts.returned, late + facts.late);
        }
        if !waiting.is_empty() {
            let ids = waiting.into_iter().map(|message| message.id).collect();
            outbox::replace(&act.tx, ids, TOLD_LATER).await?;
        }
        let (offered, on_table) = (self.course().offered(), self.course().table());
        let event_now = event_facts(&act.tx, event, act.now).await?;
        let facts = CameBackFacts { event: event_now, returned, late, offered, on_table };
        let message = CameBackMessage { at: act.now, facts };
        for person in after::who_runs(&act.tx, event.id).await? {
            act.tell_at(person, &message, due_at);
        }
        Ok(())
    }

    /// Tells those who run the event, as it begins, how many tickets nobody has, or said too late will not be used. Where there are
    /// none, there is nothing to tell.
    pub(super) async fn tell_what_is_left(&self, act: &mut Act<'_>, event: &Held) -> Done {
        let left = self.course().tickets().saturating_sub(self.course().held());
        let late = self.course().people().values().map(|holder| holder.late).sum();
        if left == 0 && late == 0 {
            return Ok(());
        }
        let facts = LeftOverFacts { event: event_facts(&act.tx, event, act.now).await?, left, late };
        let message = LeftOverMessage { starts_at: event.schedule.starts_at, facts };
        for person in after::who_runs(&act.tx, event.id).await? {
            act.tell(person, &message);
        }
        Ok(())
    }
}
