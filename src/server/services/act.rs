use chrono::{DateTime, Utc};

use super::{
    Done, Refused, draw, look,
    statements::{self, NewStatement},
};
use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId, SeasonId},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{
            WriteTx,
            audit::{self, Entry},
            events,
            held::{self, Held, HeldSeason, Intent, NotHeld},
            outbox::{self, NewMessage},
        },
        mail::Message,
        site::Site,
    },
};

/// One unit of work: a writing transaction with everything that belongs to it.
///
/// A service begins one, holds what it changes, changes it, notes what was done and whom to tell, and commits. Dropped
/// without [`Act::commit`], it leaves no trace. All of it has one instant.
pub struct Act<'a> {
    pub site: &'a Site,
    pub tx: WriteTx,
    pub now: DateTime<Utc>,
    /// `None`: a command, or what happens by itself.
    actor: Option<&'a Actor>,
    deeds: Vec<Entry>,
    messages: Vec<NewMessage>,
    said: Vec<NewStatement>,
}

impl<'a> Act<'a> {
    /// Begins what someone does.
    pub async fn by(site: &'a Site, actor: &'a Actor) -> Done<Self> {
        Self::begin(site, Some(actor)).await
    }

    /// Begins what a command does, or what happens by itself: nobody's permission is asked.
    pub async fn unattended(site: &'a Site) -> Done<Self> {
        Self::begin(site, None).await
    }

    async fn begin(site: &'a Site, actor: Option<&'a Actor>) -> Done<Self> {
        let tx = site.db.write_tx().await?;
        Ok(Self { site, tx, now: site.now(), actor, deeds: Vec::new(), messages: Vec::new(), said: Vec::new() })
    }

    /// The event, locked until the end, for what is about to be done to it: the one place where a change of an event is
    /// permitted.
    ///
    /// # Errors
    /// An event that is not there or lies in the trash; an action that is not theirs.
    pub async fn event(&self, id: EventId, action: Action) -> Done<Held> {
        let held = held::hold(&self.tx, id, self.intent(action)?).await?;
        Ok(held.map_err(refusal)?)
    }

    /// The event in the trash, locked until the end.
    ///
    /// # Errors
    /// An event that is not there; an action that is not theirs for every event.
    pub async fn event_in_trash(&self, id: EventId, action: Action) -> Done<Held> {
        let held = held::hold_in_trash(&self.tx, id, self.intent(action)?).await?;
        Ok(held.map_err(refusal)?)
    }

    /// The season, locked until the end, for whoever keeps it.
    ///
    /// # Errors
    /// A season that is not there; one that is not theirs to keep.
    pub async fn season(&self, id: SeasonId) -> Done<HeldSeason> {
        let held = held::hold_season(&self.tx, id, self.intent(Action::KeepSeason)?).await?;
        Ok(held.map_err(refusal)?)
    }

    /// What `action` is about to be done by whoever acts; nothing is permitted to nobody.
    fn intent(&self, action: Action) -> Done<Intent<'a>> {
        let actor = self.actor.ok_or(Refusal::Forbidden)?;
        Ok(Intent { actor, action, everyone_creates: self.site.settings.everyone_creates() })
    }

    /// Lets only past who may do something that is about no event.
    ///
    /// # Errors
    /// An action that is not theirs.
    pub fn may(&self, action: Action) -> Done {
        look::must(self.site, self.actor.ok_or(Refusal::Forbidden)?, action)
    }

    /// Notes what is done, for the audit log. Who does it and from where is known.
    pub fn note(&mut self, deed: Entry) {
        self.deeds.push(match self.actor {
            Some(actor) => deed.by(actor),
            None => deed,
        });
    }

    /// Has someone told.
    pub fn tell(&mut self, to: PersonId, message: &impl Message) {
        self.messages.push(NewMessage::to(to, message));
    }

    /// Has someone told, but not before a time.
    pub fn tell_at(&mut self, to: PersonId, message: &impl Message, due_at: DateTime<Utc>) {
        self.messages.push(NewMessage { due_at: Some(due_at), ..NewMessage::to(to, message) });
    }

    /// Has the site state something, signed and never taken back.
    pub fn state(&mut self, statement: NewStatement) {
        self.said.push(statement);
    }

    /// Makes everything stay: the audit log, the outbox, the statements, the transaction; then wakes the worker, if
    /// there is something to send.
    pub async fn commit(self) -> Done {
        let Self { site, tx, now, deeds, messages, said, .. } = self;
        audit::note_all(&tx, now, deeds).await?;
        let tells = !messages.is_empty();
        outbox::insert(&tx, messages, now).await?;
        // Last: from here to the end nobody else states anything.
        Box::pin(statements::append(site, &tx, now, said)).await?;
        tx.commit().await?;
        if tells {
            site.mail_waits.notify_one();
        }
        Ok(())
    }
}

fn refusal(why: NotHeld) -> Refusal {
    match why {
        NotHeld::NotThere => Refusal::NotFound,
        NotHeld::Forbidden => Refusal::Forbidden,
    }
}

impl Held {
    /// Lets only an event past that stands so now.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn must_be(&self, wanted: EventStatus, now: DateTime<Utc>) -> Done {
        let status = self.status_at(now);
        if status == wanted {
            return Ok(());
        }
        Err(match (wanted, status) {
            (EventStatus::Canceled, _) => Obstacle::NotCanceled,
            (_, EventStatus::Canceled) => Obstacle::Canceled,
            (EventStatus::Finalized, _) => Obstacle::NotFinalized,
            (_, EventStatus::Finalized) => Obstacle::Finalized,
            (_, EventStatus::Closed) => Obstacle::RequestsClosed,
            (_, EventStatus::Open) => Obstacle::RequestsOpen,
        }
        .into())
    }

    /// Lets only an event past that is neither finalized nor canceled.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn must_not_be_over(&self) -> Done {
        match self.status {
            EventStatus::Open | EventStatus::Closed => Ok(()),
            EventStatus::Finalized => Err(Obstacle::Finalized.into()),
            EventStatus::Canceled => Err(Obstacle::Canceled.into()),
        }
    }

    /// Moves the board on from the version someone has seen. Returns the next.
    ///
    /// # Errors
    /// A draw that waits: what is on the board is settled. A conflict, where the board has moved on since.
    pub async fn advance(&self, act: &Act<'_>, seen: i32) -> Done<i32> {
        draw::must_not_wait(self)?;
        if events::advance_board(&act.tx, self, seen).await? { Ok(seen + 1) } else { Err(Refused::conflict()) }
    }
}
