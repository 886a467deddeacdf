//! Offers: made, answered, and taken back.

use super::super::{Course, Fields, Holder, Next, Offer, Wrong, course::Due};
use crate::Label;

impl Course {
    pub(super) fn offer(&mut self, label: &Label, fields: &Fields) -> Result<(), Wrong> {
        let (number, until) = (fields.number.unwrap_or(0), fields.time.unwrap_or(0));
        let by_hand = !fields.reason.is_empty();
        if until <= fields.at || until > self.starts_at {
            return Err(Wrong::Time(self.starts_at));
        }
        if self.holder(label).offer.is_some() {
            return Err(Wrong::Offered(label.clone()));
        }
        if by_hand {
            if number > self.free() {
                return Err(Wrong::Short(self.free(), number));
            }
        } else {
            self.offer_in_turn(label, number, fields.at)?;
        }
        self.holding(label, |holder| holder.offer = Some(Offer { number, since: fields.at, until }));
        Ok(())
    }

    /// Of what was computed to be offered, this has to be the first.
    fn offer_in_turn(&mut self, label: &Label, number: u32, at: i64) -> Result<(), Wrong> {
        let due = if self.pending.is_empty() { self.due(at) } else { Due::Nothing };
        let computed = if let Due::Offers(offers) = due { Some(offers) } else { None };
        match computed.as_ref().unwrap_or(&self.pending).front() {
            Some((due, so_many)) if due == label && *so_many == number => {}
            Some((due, so_many)) => return Err(Wrong::First(Next::Offer(due.clone(), *so_many))),
            None => return Err(Wrong::Uncalled),
        }
        if let Some(offers) = computed {
            self.pending = offers;
        }
        self.pending.pop_front();
        Ok(())
    }

    pub(super) fn take(&mut self, label: &Label, at: i64) -> Result<(), Wrong> {
        let offer = self.holder(label).offer.ok_or_else(|| Wrong::NoOffer(label.clone()))?;
        if at >= offer.until {
            return Err(Wrong::Time(offer.until));
        }
        self.holding(label, |holder| holder.offer = None);
        self.get(label, offer.number);
        Ok(())
    }

    pub(super) fn decline(&mut self, label: &Label, in_time: impl Fn(i64) -> bool) -> Result<(), Wrong> {
        let holder = self.holder(label);
        let offer = holder.offer.ok_or_else(|| Wrong::NoOffer(label.clone()))?;
        if !in_time(offer.until) {
            return Err(Wrong::Time(offer.until));
        }
        let best = self.line.as_ref().and_then(|line| line.best(label));
        self.holding(label, |holder| {
            let would_have = holder.with_offer();
            holder.offer = None;
            holder.declined = holder.declined.saturating_add(1);
            holder.refused = holder.refused.max(would_have);
            holder.out |= holder.declined > 1 || best.is_none_or(|best| would_have >= best);
        });
        Ok(())
    }

    pub(super) fn again(&mut self, label: &Label, fields: &Fields) -> Result<(), Wrong> {
        let until = fields.time.unwrap_or(0);
        let offer = self.holder(label).offer.ok_or_else(|| Wrong::NoOffer(label.clone()))?;
        if fields.at < offer.until || until <= fields.at || until > self.starts_at {
            return Err(Wrong::Time(offer.until));
        }
        self.holding(label, |holder| holder.offer = Some(Offer { since: fields.at, until, ..offer }));
        Ok(())
    }

    pub(super) fn leave(&mut self, label: &Label) {
        self.holding(label, Holder::wants_no_more);
    }
}
