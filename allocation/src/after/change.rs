//! What each entry changes, and when it does not follow.

mod offers;

use super::{Course, Fields, Holder, MAX_REASON, Next, What, Wrong, line::Stand};
use crate::{Label, MAX_EXACT, MAX_TICKETS};

impl Course {
    /// Lets something happen.
    ///
    /// # Errors
    /// What does not follow; nothing is changed then.
    pub fn apply(&mut self, fields: &Fields) -> Result<(), Wrong> {
        self.check(fields)?;
        self.change(fields)?;
        self.last_at = fields.at;
        if fields.what != What::Offer {
            self.pending.clear();
        }
        Ok(())
    }

    /// What is the same for all entries.
    fn check(&self, fields: &Fields) -> Result<(), Wrong> {
        let what = fields.what;
        let given = [fields.label.is_some(), fields.to.is_some(), fields.number.is_some(), fields.time.is_some()];
        let names = ["label", "to", "number", "time"];
        for ((given, has), name) in given.into_iter().zip(what.has()).zip(names) {
            if given != has {
                return Err(Wrong::Field(name, what));
            }
        }
        if fields.reason.len() > MAX_REASON || fields.reason.chars().any(char::is_control) {
            return Err(Wrong::Field("reason", what));
        }
        for (name, moment) in [("at", Some(fields.at)), ("time", fields.time)] {
            if moment.is_some_and(|moment| moment.unsigned_abs() > MAX_EXACT.unsigned_abs()) {
                return Err(Wrong::Field(name, what));
            }
        }
        if fields.at < self.last_at {
            return Err(Wrong::Earlier);
        }
        let zero = matches!(what, What::Start | What::Tickets | What::Has);
        if fields.number.is_some_and(|number| number > MAX_TICKETS || number == 0 && !zero) {
            return Err(Wrong::Field("number", what));
        }
        match what {
            What::Start => Ok(()),
            What::Has if self.opening => Ok(()),
            What::Has => Err(Wrong::AtTheBeginning),
            _ if !self.running => Err(Wrong::NotRunning),
            // The end takes everything with it, whatever was to follow; and what the organizer gives, and who is passed over,
            // comes before it.
            What::Table | What::Give | What::Recall | What::Leave | What::End => Ok(()),
            // Made by itself it is what follows.
            What::Offer if fields.reason.is_empty() => Ok(()),
            _ => self.check_settled(),
        }
    }

    fn change(&mut self, fields: &Fields) -> Result<(), Wrong> {
        let number = fields.number.unwrap_or(0);
        if let (What::Start, Some(starts_at)) = (fields.what, fields.time) {
            return self.start(number, starts_at);
        }
        if let (What::Has, Some(label)) = (fields.what, &fields.label) {
            return self.open(label, number, !fields.reason.is_empty());
        }
        let opening = core::mem::take(&mut self.opening);
        let changed = self.go_on(fields, number);
        self.opening = opening && changed.is_err();
        changed
    }

    /// What comes after the beginning.
    fn go_on(&mut self, fields: &Fields, number: u32) -> Result<(), Wrong> {
        match (fields.what, &fields.label) {
            (What::Return, Some(label)) => self.give_back(label, number),
            (What::Late, Some(label)) => self.late(label, number),
            (What::Offer, Some(label)) => self.offer(label, fields),
            (What::Take, Some(label)) => self.take(label, fields.at),
            (What::Decline, Some(label)) => self.decline(label, |until| fields.at < until),
            (What::Lapse, Some(label)) => self.decline(label, |until| fields.at >= until),
            (What::Again, Some(label)) => self.again(label, fields),
            (What::Recall, Some(label)) if self.holder(label).offer.is_none() => Err(Wrong::NoOffer(label.clone())),
            (What::Recall | What::Leave, Some(label)) => {
                self.leave(label);
                Ok(())
            }
            (What::Claim, Some(label)) => self.claim(label, number),
            (What::Give, Some(label)) => self.give(label, number),
            (What::Hand, Some(label)) => self.hand(label, fields.to.as_ref(), number),
            (What::Table, _) => self.put_on_table(number, fields.at),
            (What::Tickets, _) => self.tickets_are(number),
            (What::End, _) => {
                self.end();
                Ok(())
            }
            _ => Err(Wrong::Field("label", fields.what)),
        }
    }

    fn start(&mut self, tickets: u32, starts_at: i64) -> Result<(), Wrong> {
        if self.running {
            return Err(Wrong::AtTheBeginning);
        }
        let line = self.line.take();
        *self = Self { running: true, opening: true, tickets, starts_at, ..Self::new(line) };
        Ok(())
    }

    fn open(&mut self, label: &Label, number: u32, by_hand: bool) -> Result<(), Wrong> {
        if self.people.contains_key(label) {
            return Err(Wrong::AtTheBeginning);
        }
        if number > self.free() {
            return Err(Wrong::Short(self.free(), number));
        }
        self.holding(label, |holder| {
            *holder = Holder { held: number, given: number, out: by_hand, ..Holder::default() };
        });
        Ok(())
    }

    fn give_back(&mut self, label: &Label, number: u32) -> Result<(), Wrong> {
        self.must_have(label, number)?;
        self.holding(label, |holder| {
            holder.held -= number;
            holder.late = holder.late.min(holder.held);
            holder.returned = holder.returned.saturating_add(number);
            holder.wants_no_more();
        });
        self.queue.push(label, number);
        Ok(())
    }

    fn late(&mut self, label: &Label, number: u32) -> Result<(), Wrong> {
        let holder = self.holder(label);
        if number > holder.held - holder.late.min(holder.held) {
            return Err(Wrong::Has(label.clone(), holder.held - holder.late, number));
        }
        self.holding(label, |holder| {
            holder.late += number;
            holder.wants_no_more();
        });
        Ok(())
    }

    fn claim(&mut self, label: &Label, number: u32) -> Result<(), Wrong> {
        if number > self.table {
            return Err(Wrong::Short(self.table, number));
        }
        self.table -= number;
        self.get(label, number);
        Ok(())
    }

    fn give(&mut self, label: &Label, number: u32) -> Result<(), Wrong> {
        if number > self.free() + self.table {
            return Err(Wrong::Short(self.free() + self.table, number));
        }
        self.table -= number.saturating_sub(self.free());
        self.get(label, number);
        Ok(())
    }

    fn hand(&mut self, label: &Label, to: Option<&Label>, number: u32) -> Result<(), Wrong> {
        self.must_have(label, number)?;
        let to = to.filter(|to| *to != label).ok_or(Wrong::Field("to", What::Hand))?;
        self.holding(label, |holder| {
            holder.held -= number;
            holder.late = holder.late.min(holder.held);
            holder.handed = holder.handed.saturating_add(number);
            // Or whoever hands on to a friend could be offered them again.
            holder.wants_no_more();
        });
        self.holding(to, |holder| {
            holder.held = holder.held.saturating_add(number);
            holder.received = holder.received.saturating_add(number);
        });
        Ok(())
    }

    fn put_on_table(&mut self, number: u32, at: i64) -> Result<(), Wrong> {
        let due = match self.next(at) {
            Some(Next::Table(due)) => due,
            Some(offer) => return Err(Wrong::First(offer)),
            // By hand, where there is no order.
            None if self.line.is_none() && at < self.starts_at => self.free(),
            None => return Err(Wrong::Uncalled),
        };
        if due != number {
            return Err(Wrong::Short(due, number));
        }
        self.table += number;
        Ok(())
    }

    /// Where there are fewer, those go first that nobody has, then those on the table, then what was offered last.
    fn tickets_are(&mut self, number: u32) -> Result<(), Wrong> {
        if number < self.held {
            return Err(Wrong::Short(number, self.held));
        }
        while number - self.held < self.offered {
            let offers = self.people.iter().filter_map(|(label, holder)| Some((holder.offer?.since, label)));
            let Some(newest) = offers.max().map(|(_, label)| label.clone()) else { break };
            self.holding(&newest, |holder| holder.offer = None);
        }
        self.tickets = number;
        self.table = self.table.min((number - self.held).saturating_sub(self.offered));
        self.queue.shrink(number - self.held);
        Ok(())
    }

    fn end(&mut self) {
        (self.running, self.opening, self.offered) = (false, false, 0);
        for holder in self.people.values_mut() {
            holder.offer = None;
        }
        self.queue.clear();
    }

    fn must_have(&self, label: &Label, number: u32) -> Result<(), Wrong> {
        let held = self.holder(label).held;
        if number > held { Err(Wrong::Has(label.clone(), held, number)) } else { Ok(()) }
    }

    /// They get so many; whose those were hear that someone took them.
    fn get(&mut self, label: &Label, number: u32) {
        self.holding(label, |holder| {
            holder.held = holder.held.saturating_add(number);
            holder.accepted = holder.accepted.saturating_add(number);
        });
        let people = &mut self.people;
        self.queue.take(label, number, |whose, passed| {
            if let Some(holder) = people.get_mut(whose) {
                holder.passed = holder.passed.saturating_add(passed);
            }
        });
    }

    /// The one place where what someone has is changed; the sums follow.
    fn holding(&mut self, label: &Label, change: impl FnOnce(&mut Holder)) {
        let holder = self.people.entry(label.clone()).or_default();
        let (held, offered) = (holder.held, holder.with_offer() - holder.held);
        change(holder);
        let (held_now, offered_now) = (holder.held, holder.with_offer() - holder.held);
        self.held = self.held - held + held_now;
        self.offered = self.offered - offered + offered_now;
        let (with_offer, refused, out) = (holder.with_offer(), holder.refused, holder.out);
        let stand = Stand { held: held_now, with_offer, refused, out };
        if let Some(rank) = self.line.as_ref().and_then(|line| line.rank(label)) {
            self.stands[rank] = stand;
        }
    }
}
