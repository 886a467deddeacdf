use allocation::{
    Label,
    after::{DAY, What},
};
use chrono::{DateTime, Utc};

use super::{Run, run::instant};
use crate::{
    domain::ids::{OfferId, PersonId},
    server::{
        db::{
            after::{self, Counts, Holding, NewOffer, OfferStatus, Stored},
            held::Held,
        },
        mail::messages::{OfferFacts, OfferMessage, OfferSoonMessage, OpenTableFacts, OpenTableMessage},
        services::{Act, Done, Refused, mail::event_facts},
    },
};

impl Run {
    /// Keeps everything that happened, and has those told to whom something is offered.
    ///
    /// # Errors
    /// A conflict, where it is more than there is, or somebody else was faster.
    pub async fn keep(self, act: &mut Act<'_>, event: &Held) -> Done {
        let whose = |label: &Option<Label>| label.as_ref().and_then(|label| self.people.get(label)).map(|one| one.id);
        let new = self.ledger.entries()[self.before..].iter().map(|entry| Stored {
            person: whose(&entry.fields.label),
            to: whose(&entry.fields.to),
            entry: entry.clone(),
        });
        let new: Vec<Stored> = new.collect();
        after::insert(&act.tx, event, self.draw, &new).await?;
        self.keep_people(act, event).await?;
        self.end_hand_requests(act, event).await?;
        for stored in &new {
            self.keep_offer(act, event, stored).await?;
        }
        self.tell_what_came_back(act, event, &new).await?;
        let course = self.course();
        let counts = Counts {
            seen: event.after.sequence,
            sequence: event.after.sequence + u32::try_from(new.len()).unwrap_or(u32::MAX),
            offered: course.offered(),
            on_table: course.table(),
            due_at: self.due_at(act, event).await?,
        };
        if after::advance(&act.tx, event, counts).await? { Ok(()) } else { Err(Refused::conflict()) }
    }

    /// What people have now.
    async fn keep_people(&self, act: &Act<'_>, event: &Held) -> Done {
        let mut changed = Vec::new();
        for (label, holder) in self.course().people() {
            let before = self.held_before.get(label);
            let Some(known) = self.people.get(label).filter(|_| before != Some(holder)) else { continue };
            changed.push((known.id, Holding::from(holder)));
            let was = before.map_or(holder.given, |before| before.held);
            let now = (holder.held, holder.returned > 0 || holder.handed > 0);
            if holder.held != was && !after::set_held(&act.tx, event, known.id, now).await? {
                after::joined(&act.tx, event, known.id, (holder.held, act.now)).await?;
            }
        }
        Ok(after::keep_holdings(&act.tx, event, &changed).await?)
    }

    /// What an entry does to the offer of its person.
    async fn keep_offer(&self, act: &mut Act<'_>, event: &Held, stored: &Stored) -> Done {
        let fields = &stored.entry.fields;
        let at = act.now;
        let status = match fields.what {
            What::Take => OfferStatus::Taken,
            What::Decline => OfferStatus::Declined,
            What::Lapse => OfferStatus::Lapsed,
            What::Recall => OfferStatus::Recalled,
            What::Leave | What::Return | What::Late | What::Hand | What::End => OfferStatus::Void,
            What::Offer | What::Again => return self.keep_open(act, event, stored).await,
            What::Table => return self.tell_of_table(act, event).await,
            What::Tickets => return self.keep_voided(act, event).await,
            _ => return Ok(()),
        };
        // Of everyone, where it is over.
        let whose = if fields.what == What::End { None } else { stored.person };
        if whose.is_some() || fields.what == What::End {
            after::end_offer(&act.tx, event, whose, (status, at)).await?;
        }
        Ok(())
    }

    /// There are fewer tickets: what was offered last is offered no more.
    async fn keep_voided(&self, act: &Act<'_>, event: &Held) -> Done {
        for person in self.voided.iter().filter_map(|(label, _)| self.person(label)) {
            after::end_offer(&act.tx, event, Some(person), (OfferStatus::Void, act.now)).await?;
        }
        Ok(())
    }

    async fn keep_open(&self, act: &mut Act<'_>, event: &Held, stored: &Stored) -> Done {
        let fields = &stored.entry.fields;
        let (Some(person), Some(label), Some(until)) = (stored.person, &fields.label, fields.time.and_then(instant))
        else {
            return Ok(());
        };
        let id = if fields.what == What::Again {
            after::extend_offer(&act.tx, event, person, until).await?;
            let open = after::offers_of(&act.tx, event.id, Some(person)).await?;
            open.last().map(|offer| offer.id)
        } else {
            let number = fields.number.unwrap_or(0);
            let new = NewOffer { person, number, now: act.now, until };
            Some(after::insert_offer(&act.tx, event, new).await?)
        };
        match id {
            Some(id) => self.tell_of_offer(act, event, (id, person, label), (until, &fields.reason)).await,
            None => Ok(()),
        }
    }

    async fn tell_of_offer(
        &self,
        act: &mut Act<'_>,
        event: &Held,
        (offer, person, label): (OfferId, PersonId, &Label),
        (until, reason): (DateTime<Utc>, &str),
    ) -> Done {
        let holder = self.course().holder(label);
        let Some(open) = holder.offer else { return Ok(()) };
        let facts = OfferFacts {
            event: event_facts(&act.tx, event, act.now).await?,
            offer,
            number: open.number,
            held: holder.held,
            until,
            reason: reason.to_owned(),
            overlaps: Vec::new(),
        };
        let halfway = act.now + (until - act.now) / 2;
        if until - act.now >= OfferSoonMessage::WORTH {
            act.tell_at(person, &OfferSoonMessage { facts: facts.clone() }, halfway);
        }
        act.tell(person, &OfferMessage { facts });
        Ok(())
    }

    /// Where something lay on it already, they were told.
    async fn tell_of_table(&self, act: &mut Act<'_>, event: &Held) -> Done {
        if event.after.on_table > 0 {
            return Ok(());
        }
        let facts = OpenTableFacts { event: event_facts(&act.tx, event, act.now).await?, limit: event.limit };
        let message = OpenTableMessage { at: act.now, facts };
        for person in after::who_may_claim(&act.tx, event.id).await? {
            act.tell(person, &message);
        }
        Ok(())
    }

    /// When something happens next by itself.
    async fn due_at(&self, act: &Act<'_>, event: &Held) -> Done<Option<DateTime<Utc>>> {
        let course = self.course();
        if !course.is_running() {
            // What people ask to hand on ends when it begins.
            let asked = !after::hand_requests(&act.tx, event.id).await?.is_empty();
            return Ok(asked.then_some(event.schedule.starts_at));
        }
        let answers = course.people().values().filter_map(|holder| holder.offer).map(|offer| offer.until);
        let waits = course.has_line() && course.free() > 0;
        let table = waits.then(|| course.starts_at() - DAY + 1).filter(|&at| at > act.now.timestamp_millis());
        let times = answers.chain(table).chain([course.starts_at()]).filter_map(instant);
        let returns = after::returning(&act.tx, event.id).await?.into_iter().map(|one| one.settles_at);
        Ok(times.chain(returns).min())
    }
}
