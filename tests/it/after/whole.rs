//! Whether what is stored of an event's time after the result is whole: the ledger leads to all of it, and each offer was mailed
//! once.

use std::collections::{BTreeMap, BTreeSet};

use allocation::{
    Label,
    after::{Course, Ledger, What},
};
use ticket_pool::{
    domain::ids::{EventId, PersonId},
    server::{
        db::{
            after::{self, Holding, OfferStatus, Stored},
            events::Event,
        },
        services::draw::event_label,
    },
};

use crate::harness::Town;

/// What each of these has written to its person.
const LETTERS: [(&str, &[What]); 3] = [
    ("offer", &[What::Offer, What::Again]),
    ("returned", &[What::Return]),
    ("took", &[What::Take, What::Claim, What::Give]),
];

impl Town {
    /// What of an event that was drawn once is not as it should be. Everyone in it is still there.
    pub(super) async fn not_whole(&self, event: EventId) -> Vec<String> {
        let now = self.event(event).await;
        let mut wrong = Vec::new();
        let held = now.demand.given;
        if held + u64::from(now.after.offered + now.after.on_table) > u64::from(now.tickets) {
            wrong.push(format!("{held} held, {:?} of {}", now.after, now.tickets));
        }
        let mut ledger = Ledger::new(&event_label(&now).unwrap(), Some(&self.record(event, 1).await.draw));
        let entries = after::entries(self.site.db.read(), event, 1).await.unwrap();
        for stored in &entries {
            if let Err(why) = ledger.replay(stored.entry.clone()) {
                wrong.push(format!("the ledger: {why}"));
            }
            let fields = &stored.entry.fields;
            if let (What::Offer, Some(label), Some(person)) = (fields.what, &fields.label, stored.person) {
                let would_have = ledger.course().holder(label).held + fields.number.unwrap_or(0);
                wrong.extend(self.not_named(event, person, would_have).await);
            }
        }
        let people =
            entries.iter().filter_map(|stored| Some((stored.entry.fields.label.clone()?, stored.person?))).collect();
        wrong.extend(self.not_as_the_ledger_says(&now, ledger.course(), &people).await);
        wrong.extend(self.not_told(event, &entries).await);
        wrong
    }

    async fn not_as_the_ledger_says(
        &self,
        now: &Event,
        course: &Course,
        people: &BTreeMap<Label, PersonId>,
    ) -> Vec<String> {
        let mut wrong = Vec::new();
        if course.is_running() && (course.offered(), course.table()) != (now.after.offered, now.after.on_table) {
            wrong.push(format!("offered, on the table: {:?}", now.after));
        }
        let mut open = BTreeSet::new();
        for (label, holder) in course.people() {
            let person = people[label];
            let allocated = format!(
                "SELECT CAST(COALESCE(allocated, 0) AS BIGINT) FROM requests WHERE event_id = {} AND user_id = {person}",
                now.id
            );
            if self.number(&allocated).await != i64::from(holder.held) {
                wrong.push(format!("{person} has another number than {}", holder.held));
            }
            let kept = after::of_person(self.site.db.read(), now.id, person).await.unwrap();
            let expected = Holding {
                given: holder.given,
                accepted: holder.accepted,
                returned: holder.returned,
                passed: holder.passed,
                late: holder.late,
                handed: holder.handed,
                received: holder.received,
            };
            if course.is_running() && kept != Some(expected) {
                wrong.push(format!("{person}: {kept:?}, not {expected:?}"));
            }
            open.extend(holder.offer.map(|offer| (person, offer.number, offer.until)));
        }
        let offers = self.all_offers(now.id).await;
        let stand: BTreeSet<_> = offers
            .iter()
            .filter(|offer| offer.status == OfferStatus::Open)
            .map(|offer| (offer.person, offer.number, offer.until.timestamp_millis()))
            .collect();
        if stand != open {
            wrong.push(format!("open offers: {stand:?}, not {open:?}"));
        }
        wrong
    }

    /// An offer with which they would have so many, where their request names no such number.
    async fn not_named(&self, event: EventId, person: PersonId, would_have: u32) -> Option<String> {
        let named = format!(
            "SELECT COUNT(*) FROM request_tiers t JOIN requests r ON r.id = t.request_id \
             WHERE r.event_id = {event} AND r.user_id = {person} AND t.amount = {would_have}"
        );
        (self.number(&named).await == 0).then(|| format!("{person} was offered what they never named: {would_have}"))
    }

    /// There is one offer for each entry that says so, and one email for each that tells of something.
    async fn not_told(&self, event: EventId, entries: &[Stored]) -> Vec<String> {
        let mut wrong = Vec::new();
        let people: BTreeSet<PersonId> = entries.iter().filter_map(|stored| stored.person).collect();
        for person in people {
            let of = |whats: &[What]| {
                let theirs = entries.iter().filter(|stored| stored.person == Some(person));
                let fields = theirs.map(|stored| &stored.entry.fields);
                fields.filter(|fields| whats.contains(&fields.what)).map(|fields| fields.at).collect::<Vec<_>>()
            };
            let said = |whats: &[What]| of(whats).len();
            let theirs = format!("event_id = {event} AND user_id = {person}");
            let offers = self.count("offers", &theirs).await;
            if offers != i64::try_from(said(&[What::Offer])).unwrap() {
                wrong.push(format!("{offers} offers to {person}, {} in the ledger", said(&[What::Offer])));
            }
            // Nobody is told of an offer that was over as soon as it was made, as when an event is reopened.
            let over_at_once = format!("{theirs} AND status = 'void' AND ended_at = offered_at");
            let over_at_once = self.count("offers", &over_at_once).await;
            for (kind, whats) in LETTERS {
                let letters = self.count("outbox", &format!("kind = '{kind}' AND {theirs}")).await;
                let most = i64::try_from(said(whats)).unwrap();
                // Where clocks stand, somebody may do the same twice in one instant, and is told once.
                let instants = i64::try_from(of(whats).into_iter().collect::<BTreeSet<_>>().len()).unwrap();
                let least = if kind == "offer" { most - over_at_once } else { instants };
                if !(least..=most).contains(&letters) {
                    wrong.push(format!("{letters} letters of the kind {kind} to {person}, {most} entries"));
                }
            }
        }
        wrong
    }
}
