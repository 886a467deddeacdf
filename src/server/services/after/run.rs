use std::collections::{BTreeMap, HashMap};

use allocation::{
    Label,
    after::{Course, DAY, Fields, Holder, Ledger, Next, What, Wrong},
};
use chrono::{DateTime, Utc};

use super::window::answer_until;
use crate::{
    domain::{
        event::EventStatus,
        ids::{OfferId, PersonId},
    },
    error::{Obstacle, Refusal},
    server::{
        db::{
            after::{self, Counts, NewOffer, OfferStatus, Stored},
            draws,
            held::Held,
            people, requests,
        },
        mail::messages::{OfferFacts, OfferMessage, OfferSoonMessage, OpenTableFacts, OpenTableMessage},
        services::{
            Act, Done, Fault, Refused,
            draw::{event_label, label, read_draw},
            mail::event_facts,
        },
    },
};

/// Why nothing is offered to someone whose turn it is, as the ledger says it.
const DEACTIVATED: &str = "deactivated";
const FAILING: &str = "email does not arrive";
const GONE: &str = "no account";
/// Why someone is not in line, as the ledger says it where nobody wrote a reason.
const BY_HAND: &str = "decided by hand";

/// An event's ledger, with whom its labels stand for, in a transaction that holds the event.
pub struct Run {
    ledger: Ledger,
    stands_for: Label,
    draw: u32,
    /// How many entries were there before.
    before: usize,
    held_before: BTreeMap<Label, Holder>,
    people: HashMap<Label, Known>,
}

/// Someone a label stands for.
#[derive(Clone, Copy, Debug)]
struct Known {
    id: PersonId,
    /// Whether something can be offered to them; if not, why.
    unreachable: Option<&'static str>,
}

impl Run {
    /// Reads the ledger of an event, and begins one where there is none and there is a result.
    ///
    /// # Errors
    /// An event that is not finalized, or has begun.
    pub async fn of(act: &Act<'_>, event: &Held) -> Done<Self> {
        let mut run = Self::read(act, event).await?;
        if run.course().is_running() {
            return Ok(run);
        }
        event.must_be(EventStatus::Finalized, act.now)?;
        if event.schedule.starts_at <= act.now {
            return Err(Obstacle::EventBegan.into());
        }
        run.begin(act, event).await?;
        Ok(run)
    }

    /// Reads the ledger of an event as it stands.
    pub async fn read(act: &Act<'_>, event: &Held) -> Done<Self> {
        let stands_for = event_label(event)?;
        let drawn = draws::of_event(&act.tx, event.id).await?;
        let latest = drawn.last().map(|drawn| (drawn.number, drawn.record.clone().unwrap_or_default()));
        let draw = match &latest {
            Some((_, record)) => Some(read_draw(event.id, record, &act.site.beacon.chain).await?),
            None => None,
        };
        let number = latest.map_or(0, |(number, _)| number);
        let mut ledger = Ledger::new(&stands_for, draw.as_ref());
        let stored = after::entries(&act.tx, event.id, number).await?;
        for one in &stored {
            ledger.replay(one.entry.clone()).map_err(|why| Fault::Ledger { event: event.id, why })?;
        }
        let requests = requests::all_of_event(&act.tx, event.id).await?;
        let known = requests.iter().map(|request| {
            let unreachable = match (request.person_active, request.failing) {
                (false, _) => Some(DEACTIVATED),
                (true, true) => Some(FAILING),
                (true, false) => None,
            };
            (label(&stands_for, request), Known { id: request.person, unreachable })
        });
        let people = known.collect();
        let held_before = ledger.course().people().clone();
        Ok(Self { before: stored.len(), ledger, stands_for, draw: number, held_before, people })
    }

    async fn begin(&mut self, act: &Act<'_>, event: &Held) -> Done {
        let now = self.now(act);
        let starts_at = event.schedule.starts_at.timestamp_millis();
        self.add(event, Fields::new(What::Start, now).number(event.tickets).time(starts_at))?;
        let mut holders = BTreeMap::new();
        for request in requests::of_event(&act.tx, event.id).await? {
            let (given, by_hand) = (request.allocated.unwrap_or(0), request.by_hand);
            if given > 0 || by_hand {
                let reason = if request.reason.is_empty() { BY_HAND } else { &request.reason };
                let reason = if by_hand { reason.to_owned() } else { String::new() };
                holders.insert(label(&self.stands_for, &request), (given, reason));
            }
        }
        for (whose, (given, reason)) in holders {
            self.add(event, Fields::new(What::Has, now).label(&whose).number(given).reason(&reason))?;
        }
        Ok(())
    }

    /// Where the ledger leads.
    pub fn course(&self) -> &Course {
        self.ledger.course()
    }

    /// The label of someone, who may not have asked for anything.
    pub async fn label(&mut self, act: &Act<'_>, person: PersonId) -> Done<Label> {
        if let Some((label, _)) = self.people.iter().find(|(_, known)| known.id == person) {
            return Ok(label.clone());
        }
        let one = people::find(&act.tx, person).await?.filter(|one| one.active).ok_or(Refusal::NotFound)?;
        let label = Label::of_account(&self.stands_for, &one.public_id);
        self.people.insert(label.clone(), Known { id: person, unreachable: None });
        Ok(label)
    }

    /// Who stands behind a label, where they can be told something.
    pub(super) fn person(&self, label: &Label) -> Option<PersonId> {
        self.people.get(label).map(|known| known.id)
    }

    /// This instant, for an entry: never before the last one, also where clocks of two machines differ.
    pub fn now(&self, act: &Act<'_>) -> i64 {
        act.now.timestamp_millis().max(self.course().last_at())
    }

    /// Lets something happen.
    ///
    /// # Errors
    /// What does not follow from how things stand.
    pub fn add(&mut self, event: &Held, fields: Fields) -> Done {
        self.ledger.add(fields).map(drop).map_err(|why| match why {
            Wrong::NotRunning => Obstacle::NotFinalized.into(),
            Wrong::Has(..) => Obstacle::NotSoMany.into(),
            Wrong::Short(..) => Obstacle::TicketsGone.into(),
            Wrong::NoOffer(_) | Wrong::Time(_) => Obstacle::OfferOver.into(),
            Wrong::Offered(_) => Obstacle::OfferOpen.into(),
            why => Refused::from(Fault::Ledger { event: event.id, why }),
        })
    }

    /// Lets follow what follows by itself. Whoever cannot be reached is passed over, and the ledger says why.
    pub fn settle(&mut self, act: &Act<'_>, event: &Held) -> Done {
        let now = self.now(act);
        while let Some(next) = self.course().next(now) {
            let fields = match next {
                Next::Offer(whose, number) => match self.people.get(&whose).map(|known| known.unreachable) {
                    Some(None) => {
                        let until = answer_until(act.now, event.schedule.starts_at, event.schedule.zone);
                        Fields::new(What::Offer, now).label(&whose).number(number).time(until.timestamp_millis())
                    }
                    Some(Some(why)) => Fields::new(What::Leave, now).label(&whose).reason(why),
                    None => Fields::new(What::Leave, now).label(&whose).reason(GONE),
                },
                Next::Table(number) => Fields::new(What::Table, now).number(number),
            };
            self.add(event, fields)?;
        }
        Ok(())
    }

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
        for stored in &new {
            self.keep_offer(act, event, stored).await?;
        }
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
            changed.push((known.id, holder.clone()));
            let was = before.map_or(holder.given, |before| before.held);
            let now = (holder.held, holder.returned > 0);
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
            What::Leave | What::Return | What::End => OfferStatus::Void,
            What::Offer | What::Again => return self.keep_open(act, event, stored).await,
            What::Table => return self.tell_of_table(act, event).await,
            _ => return Ok(()),
        };
        // Of everyone, where it is over.
        let whose = if fields.what == What::End { None } else { stored.person };
        if whose.is_some() || fields.what == What::End {
            after::end_offer(&act.tx, event, whose, (status, at)).await?;
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
            let would_have = self.course().holder(label).held + number;
            let new = NewOffer { person, number, would_have, now: act.now, until };
            Some(after::insert_offer(&act.tx, event, new).await?)
        };
        match id {
            Some(id) => self.tell_of_offer(act, event, (id, person, label), until).await,
            None => Ok(()),
        }
    }

    async fn tell_of_offer(
        &self,
        act: &mut Act<'_>,
        event: &Held,
        (offer, person, label): (OfferId, PersonId, &Label),
        until: DateTime<Utc>,
    ) -> Done {
        let holder = self.course().holder(label);
        let Some(open) = holder.offer else { return Ok(()) };
        let facts = OfferFacts {
            event: event_facts(&act.tx, event, act.now).await?,
            offer,
            number: open.number,
            held: holder.held,
            until,
        };
        let halfway = act.now + (until - act.now) / 2;
        if until - act.now >= OfferSoonMessage::WORTH {
            act.tell_at(person, &OfferSoonMessage { facts: facts.clone() }, halfway);
        }
        act.tell(person, &OfferMessage { facts });
        Ok(())
    }

    async fn tell_of_table(&self, act: &mut Act<'_>, event: &Held) -> Done {
        let facts = OpenTableFacts { event: event_facts(&act.tx, event, act.now).await?, limit: event.limit };
        let message = OpenTableMessage { facts };
        for person in after::who_may_claim(&act.tx, event.id).await? {
            act.tell(person, &message);
        }
        Ok(())
    }

    /// When something happens next by itself.
    async fn due_at(&self, act: &Act<'_>, event: &Held) -> Done<Option<DateTime<Utc>>> {
        let course = self.course();
        if !course.is_running() {
            return Ok(None);
        }
        let answers = course.people().values().filter_map(|holder| holder.offer).map(|offer| offer.until);
        let waits = course.has_line() && course.free() > 0;
        let table = waits.then(|| course.starts_at() - DAY + 1).filter(|&at| at > act.now.timestamp_millis());
        let times = answers.chain(table).chain([course.starts_at()]).filter_map(instant);
        let returns = after::returning(&act.tx, event.id).await?.into_iter().map(|one| one.settles_at);
        Ok(times.chain(returns).min())
    }
}

/// An instant of the ledger.
pub(super) fn instant(at: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(at)
}
