use allocation::{
    Label,
    after::{Fields, Offer, What},
};
use chrono::{DateTime, TimeDelta, Utc};

use super::{Run, not_handed_on, run::instant, window::answer_until};
use crate::{
    domain::ids::{EventId, PersonId},
    server::{
        db::{
            after,
            held::{Held, hold_unattended},
            reminders,
        },
        mail::messages::{OfferOverFacts, OfferOverMessage, OverWhy},
        services::{Act, Done, mail::event_facts},
        site::Site,
    },
};

/// From when on the program is taken to have stood still: it shows every minute that it does not.
const AWAY: TimeDelta = TimeDelta::minutes(3);

/// A time in which nobody could answer: the program stood still, or the event lay in the trash.
#[derive(Clone, Copy, Debug)]
pub struct Away {
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    /// Whether somebody put it away: then whatever ran out in that time has new time, however long there was before.
    in_trash: bool,
}

impl Away {
    /// Whether nobody could answer for half of the time there was, or more.
    fn spoils(self, offer: Offer) -> bool {
        let (Some(since), Some(until)) = (instant(offer.since), instant(offer.until)) else { return false };
        let lost = until.min(self.until) - since.max(self.since);
        until > self.since && (self.in_trash || lost * 2 >= until - since)
    }
}

/// Lets everything happen that is due by itself: what was given back is given back for good, offers that nobody answered lapse, what
/// is left goes on. In the order in which it was due. Says on how many events.
pub async fn catch_up(site: &Site) -> Done<usize> {
    let now = site.now();
    let due = after::due(site.db.read(), now).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let last = reminders::last_turn(site.db.read()).await?;
    let away = last.filter(|&last| now - last >= AWAY).map(|since| Away { since, until: now, in_trash: false });
    for &id in &due {
        if let Err(error) = one(site, id, away).await {
            tracing::error!(%error, event = id.get(), "what became of tickets could not go on");
        }
    }
    Ok(due.len())
}

async fn one(site: &Site, id: EventId, away: Option<Away>) -> Done {
    let mut act = Act::unattended(site).await?;
    let Some(event) = hold_unattended(&act.tx, id).await? else { return Ok(()) };
    not_handed_on::end_due(&mut act, &event).await?;
    let mut run = Run::read(&act, &event).await?;
    // Also where it began meanwhile: what was given back in time was given back.
    if !run.course().is_running() && !after::returning(&act.tx, id).await?.is_empty() {
        run.begin(&act, &event).await?;
    }
    run.catch_up(&mut act, &event, away).await?;
    run.keep(&mut act, &event).await?;
    act.commit().await
}

/// Goes on with an event that comes out of the trash, as it was `held` there: whoever could have answered meanwhile has new time.
pub async fn restored(act: &mut Act<'_>, event: &Held) -> Done {
    let Some(since) = event.deleted_at.filter(|_| event.after.sequence > 0) else { return Ok(()) };
    let mut run = Run::read(act, event).await?;
    if !run.course().is_running() {
        return Ok(());
    }
    let away = Away { since, until: act.now, in_trash: true };
    run.catch_up(act, event, Some(away)).await?;
    run.keep(act, event).await
}

/// What is due next on an event.
enum Due {
    Return,
    Answer(Label, Offer),
}

impl Run {
    /// Lets everything happen on the event that is due by itself. `away`: how long nobody could answer.
    pub(super) async fn catch_up(&mut self, act: &mut Act<'_>, event: &Held, away: Option<Away>) -> Done {
        self.pass_over(act, event)?;
        while let Some(due) = self.next_due(act, event).await? {
            match due {
                Due::Return => self.settle_returns(act, event).await?,
                Due::Answer(label, offer) => self.lapse(act, event, (label, offer), away).await?,
            }
            self.settle(act, event)?;
        }
        if self.course().is_running() {
            if event.schedule.starts_at <= act.now {
                self.tell_what_is_left(act, event).await?;
                self.add(event, Fields::new(What::End, self.now(act)).reason("began"))?;
            } else {
                self.settle(act, event)?;
            }
        }
        Ok(())
    }

    async fn next_due(&self, act: &Act<'_>, event: &Held) -> Done<Option<Due>> {
        let now = act.now.timestamp_millis();
        let returns =
            after::returning(&act.tx, event.id).await?.into_iter().map(|one| one.settles_at.timestamp_millis());
        let returned = returns.filter(|&at| at <= now).min();
        let open = self.course().people().iter().filter_map(|(label, holder)| Some((label, holder.offer?)));
        let late = open.filter(|(_, offer)| offer.until <= now).min_by_key(|(_, offer)| offer.until);
        Ok(match (returned, late) {
            (Some(at), Some((label, offer))) if offer.until < at => Some(Due::Answer(label.clone(), offer)),
            (Some(_), _) => Some(Due::Return),
            (None, late) => late.map(|(label, offer)| Due::Answer(label.clone(), offer)),
        })
    }

    /// Nobody answered in time. Where nobody could have, they have new time.
    async fn lapse(
        &mut self,
        act: &mut Act<'_>,
        event: &Held,
        (label, offer): (Label, Offer),
        away: Option<Away>,
    ) -> Done {
        let (now, starts_at) = (self.now(act), event.schedule.starts_at);
        if away.is_some_and(|away| away.spoils(offer)) && starts_at > act.now {
            let until = answer_until(act.now, starts_at, event.schedule.zone);
            return self.add(event, Fields::new(What::Again, now).label(&label).time(until.timestamp_millis()));
        }
        self.add(event, Fields::new(What::Lapse, now).label(&label))?;
        let stays = self.course().holder(&label).is_in_line();
        if let Some(person) = self.person(&label) {
            let why = if stays { OverWhy::LapsedInLine } else { OverWhy::Lapsed };
            tell_over(act, event, person, (offer.number, offer.since), (why, "")).await?;
        }
        Ok(())
    }
}

/// Tells someone that what was offered to them no longer is.
pub(super) async fn tell_over(
    act: &mut Act<'_>,
    event: &Held,
    person: PersonId,
    (number, since): (u32, i64),
    (why, reason): (OverWhy, &str),
) -> Done {
    let event = event_facts(&act.tx, event, act.now).await?;
    let facts = OfferOverFacts { event, number, why, reason: reason.to_owned() };
    act.tell(person, &OfferOverMessage { since, facts });
    Ok(())
}
