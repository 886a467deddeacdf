use std::collections::{BTreeMap, HashMap};

use allocation::{
    Label,
    after::{Course, Fields, Holder, Ledger, Next, Offer, What, Wrong},
};
use chrono::{DateTime, Utc};

use super::window::answer_until;
use crate::{
    domain::{event::EventStatus, ids::PersonId},
    error::{Obstacle, Refusal},
    server::{
        db::{after, draws, held::Held, people, requests},
        services::{
            Act, Done, Fault, Refused,
            draw::{event_label, label, read_draw},
        },
    },
};

/// Why nothing is offered to someone whose turn it is, as the ledger says it.
const DEACTIVATED: &str = "deactivated";
const FAILING: &str = "email does not arrive";
const GONE: &str = "no account";
const WITHDREW: &str = "request withdrawn";
/// Why someone is not in line, as the ledger says it where nobody wrote a reason.
const BY_HAND: &str = "decided by hand";

/// An event's ledger, with whom its labels stand for, in a transaction that holds the event.
pub struct Run {
    pub(super) ledger: Ledger,
    stands_for: Label,
    pub(super) draw: u32,
    /// How many entries were there before.
    pub(super) before: usize,
    pub(super) held_before: BTreeMap<Label, Holder>,
    pub(super) people: HashMap<Label, Known>,
    /// What was offered and is no longer, since there are fewer tickets.
    pub(super) voided: Vec<(Label, Offer)>,
}

/// Someone a label stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) id: PersonId,
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
            let unreachable = match (request.person_active, request.failing, request.withdrawn_at) {
                (false, ..) => Some(DEACTIVATED),
                (true, true, _) => Some(FAILING),
                (true, false, Some(_)) => Some(WITHDREW),
                (true, false, None) => None,
            };
            (label(&stands_for, request), Known { id: request.person, unreachable })
        });
        let people = known.collect();
        let held_before = ledger.course().people().clone();
        Ok(Self { before: stored.len(), ledger, stands_for, draw: number, held_before, people, voided: Vec::new() })
    }

    /// Begins the ledger of a result: how many tickets there are, and who has how many.
    pub(super) async fn begin(&mut self, act: &Act<'_>, event: &Held) -> Done {
        let now = self.now(act);
        // What became of an earlier result is over.
        self.held_before.clear();
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
        if let Some(label) = self.label_of(person) {
            return Ok(label);
        }
        let one = people::find(&act.tx, person).await?.filter(|one| one.active).ok_or(Refusal::NotFound)?;
        let label = Label::of_account(&self.stands_for, &one.public_id);
        self.people.insert(label.clone(), Known { id: person, unreachable: None });
        Ok(label)
    }

    /// The label of someone who asked, or something happened to.
    pub(super) fn label_of(&self, person: PersonId) -> Option<Label> {
        self.people.iter().find(|(_, known)| known.id == person).map(|(label, _)| label.clone())
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
        let open = if fields.what == What::Tickets { self.open() } else { Vec::new() };
        self.ledger.add(fields).map(drop).map_err(|why| match why {
            Wrong::NotRunning => Obstacle::NotFinalized.into(),
            Wrong::Has(..) => Obstacle::NotSoMany.into(),
            Wrong::Short(..) => Obstacle::TicketsGone.into(),
            Wrong::NoOffer(_) | Wrong::Time(_) => Obstacle::OfferOver.into(),
            Wrong::Offered(_) => Obstacle::OfferOpen.into(),
            why => Refused::from(Fault::Ledger { event: event.id, why }),
        })?;
        self.voided.extend(open.into_iter().filter(|(label, _)| self.ledger.course().holder(label).offer.is_none()));
        Ok(())
    }

    /// What is offered, and to whom.
    pub(super) fn open(&self) -> Vec<(Label, Offer)> {
        self.course().people().iter().filter_map(|(label, holder)| Some((label.clone(), holder.offer?))).collect()
    }

    /// Takes back what is offered to those who can no longer sign in.
    pub(super) fn pass_over(&mut self, act: &Act<'_>, event: &Held) -> Done {
        let offered =
            self.course().people().iter().filter(|(_, holder)| holder.offer.is_some()).map(|(label, _)| label);
        let left = |label: &&Label| self.people.get(*label).is_some_and(|known| known.unreachable == Some(DEACTIVATED));
        let gone: Vec<Label> = offered.filter(left).cloned().collect();
        for label in gone {
            self.add(event, Fields::new(What::Leave, self.now(act)).label(&label).reason(DEACTIVATED))?;
        }
        Ok(())
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
}

/// An instant of the ledger.
pub(super) fn instant(at: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(at)
}
