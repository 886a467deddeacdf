//! What happens after a result, told once more in another way: no sums that are carried along, no queue of what has to come.
//! Slow, and easy to follow.

use std::collections::BTreeMap;

use allocation::{
    Draw, Fill, Label, Seed,
    after::{Course, DAY, Entry, Fields, Ledger, What},
    limit_by_lot,
};

/// Someone in line, with what was asked for and the limit by lot.
struct Person {
    label: Label,
    amounts: Vec<u32>,
    limit: u64,
}

pub struct Plainly {
    rule: Fill,
    line: Vec<Person>,
    tickets: u32,
    starts_at: i64,
    on_table: u32,
    held: BTreeMap<Label, u32>,
    offers: Vec<(i64, Label, u32)>,
    /// What someone said no to, each time.
    refused: Vec<(Label, u32)>,
    /// Who is asked no more.
    out: Vec<Label>,
    /// What was found to be offered next, before the first of it was.
    batch: Vec<(Label, u32)>,
    /// How often someone was offered more after a no to less.
    pub partly_refused: u64,
}

impl Plainly {
    pub fn new(draw: &Draw) -> Self {
        let seed = Seed::new(draw.code(), draw.list(), &draw.randomness().text());
        let person = |place: u32| {
            let request = &draw.list().requests()[place as usize];
            let limit = limit_by_lot(&seed.position(&request.label, 1));
            Person { label: request.label.clone(), amounts: request.tiers.amounts().to_vec(), limit }
        };
        Self {
            rule: draw.rule().fill,
            line: draw.run().order.into_iter().map(person).collect(),
            tickets: 0,
            starts_at: 0,
            on_table: 0,
            held: BTreeMap::new(),
            offers: Vec::new(),
            refused: Vec::new(),
            out: Vec::new(),
            batch: Vec::new(),
            partly_refused: 0,
        }
    }

    fn has(&self, label: &Label) -> u32 {
        self.held.get(label).copied().unwrap_or(0)
    }

    fn all_held(&self) -> u32 {
        self.held.values().sum()
    }

    fn all_offered(&self) -> u32 {
        self.offers.iter().map(|(_, _, number)| number).sum()
    }

    /// The amounts someone may still be raised to; none for who is out or has not answered.
    fn open(&self, person: &Person) -> Vec<u32> {
        let label = &person.label;
        if self.out.contains(label) || self.offers.iter().any(|(_, whose, _)| whose == label) {
            return Vec::new();
        }
        let no = self.refused.iter().filter(|(whose, _)| whose == label).map(|(_, amount)| *amount).max().unwrap_or(0);
        let open = person.amounts.iter().copied().filter(|&amount| amount > no && amount > self.has(label));
        open.collect()
    }

    /// Whether someone would take more than they have and are offered, some time.
    fn would_take_more(&self, person: &Person) -> bool {
        let offered = self.offers.iter().filter(|(_, whose, _)| *whose == person.label).map(|(_, _, number)| number);
        let with_offer = self.has(&person.label) + offered.sum::<u32>();
        let refused = |amount: u32| self.refused.iter().any(|(whose, no)| *whose == person.label && amount <= *no);
        let more = person.amounts.iter().any(|&amount| amount > with_offer && !refused(amount));
        more && !self.out.contains(&person.label)
    }

    /// Whether this entry is what has to come; says 1 for an offer by itself.
    pub fn expects(&mut self, draw: &Draw, ledger: &Ledger, entry: &Entry, said: &str) -> u64 {
        let Fields { what, label, number, reason, at, .. } = &entry.fields;
        match (what, label, reason.as_str()) {
            (What::Offer, Some(label), "") => {
                if self.batch.is_empty() {
                    assert!(self.starts_at - at >= DAY, "{said}");
                    self.batch = self.whose_turn();
                    self.as_the_draw_says(draw, said);
                }
                let (whose, many) = self.batch.remove(0);
                assert_eq!((&whose, Some(many)), (label, *number), "{said}");
                let person = self.line.iter().find(|person| person.label == whose).unwrap();
                assert!(person.amounts.contains(&(self.has(&whose) + many)), "{said}: never split");
                self.partly_refused += u64::from(self.refused.iter().any(|(no, _)| *no == whose));
                1
            }
            (What::Table, ..) => {
                let nobody = self.line.iter().all(|person| !self.would_take_more(person));
                assert!(nobody || self.starts_at - at < DAY, "{said}");
                assert_eq!(*number, Some(ledger.course().free()), "{said}");
                0
            }
            _ => {
                // The organizer may give first, or pass someone over, and the end takes everything with it.
                assert!(
                    self.batch.is_empty() || matches!(what, What::Give | What::Recall | What::Leave | What::End),
                    "{said}: {:?}",
                    self.batch
                );
                self.batch.clear();
                0
            }
        }
    }

    /// Where nobody has refused anything, what is expected is what the draw itself would give out further.
    fn as_the_draw_says(&self, draw: &Draw, said: &str) {
        if !self.refused.is_empty() {
            return;
        }
        let requests = draw.list().requests();
        let before: Vec<u32> = requests.iter().map(|request| self.has(&request.label)).collect();
        let mut given = before.clone();
        let rises = |place: usize| {
            let person = self.line.iter().find(|person| person.label == requests[place].label);
            person.is_some_and(|person| !self.open(person).is_empty())
        };
        draw.fill_further(&mut given, self.free(), rises);
        for ((request, before), given) in requests.iter().zip(before).zip(given) {
            let ours = self.batch.iter().find(|(label, _)| *label == request.label).map_or(0, |(_, more)| *more);
            assert_eq!(given - before, ours, "{said}: {}", request.label);
        }
    }

    fn free(&self) -> u32 {
        self.tickets - self.all_held() - self.all_offered() - self.on_table
    }

    /// By the rules of docs/DRAW.md, one raise after the other.
    fn whose_turn(&self) -> Vec<(Label, u32)> {
        let open: Vec<Vec<u32>> = self.line.iter().map(|person| self.open(person)).collect();
        let before: Vec<u32> = self.line.iter().map(|person| self.has(&person.label)).collect();
        let (mut now, mut left) = (before.clone(), self.free());
        let mut raise = |rank: usize, to: Option<u32>| {
            if let Some(to) = to.filter(|&to| to > now[rank] && to - now[rank] <= left) {
                left -= to - now[rank];
                now[rank] = to;
            }
            (now[rank], left)
        };
        let everyone = 0..self.line.len();
        let most = |rank: usize, limit: u64, now: u32, left: u32| {
            let fits = open[rank].iter().filter(|&&to| u64::from(to) <= limit && to > now && to - now <= left);
            fits.max().copied()
        };
        if let Fill::Straight | Fill::Limit = self.rule {
            let rounds: &[bool] = if self.rule == Fill::Limit { &[true, false] } else { &[false] };
            for &limited in rounds {
                for rank in everyone.clone() {
                    let limit = if limited { self.line[rank].limit } else { u64::MAX };
                    let (now, left) = raise(rank, None);
                    raise(rank, most(rank, limit, now, left));
                }
            }
        } else {
            let mut first: Vec<usize> = everyone.clone().filter(|&rank| before[rank] == 0).collect();
            match self.rule {
                Fill::MostPeople => first.sort_by_key(|&rank| (open[rank].iter().min().copied(), rank)),
                Fill::Rising => first.clear(),
                _ => {}
            }
            for rank in first {
                raise(rank, open[rank].iter().min().copied());
            }
            for amount in 1..=6 {
                for rank in everyone.clone() {
                    raise(rank, open[rank].contains(&amount).then_some(amount));
                }
            }
        }
        let more = self.line.iter().zip(before).zip(now).filter(|((_, before), now)| now > before);
        more.map(|((person, before), now)| (person.label.clone(), now - before)).collect()
    }

    /// Lets an entry happen that is known to follow.
    pub fn happens(&mut self, fields: &Fields) {
        let number = fields.number.unwrap_or(0);
        let label = fields.label.clone().unwrap_or_else(|| Label::parse("nobody").unwrap());
        let offer = self.offers.iter().find(|(_, whose, _)| *whose == label).map_or(0, |(_, _, number)| *number);
        let best = self.line.iter().find(|person| person.label == label).map_or(0, |person| person.amounts[0]);
        let before = self.has(&label);
        match fields.what {
            What::Start => {
                (self.tickets, self.starts_at, self.on_table) = (number, fields.time.unwrap(), 0);
                self.held.clear();
                self.offers.clear();
                self.refused.clear();
                self.out.clear();
            }
            What::Has if fields.reason.is_empty() => self.more(&label, number),
            What::Has => {
                self.more(&label, number);
                self.out.push(label.clone());
            }
            What::Return | What::Hand => {
                self.held.insert(label.clone(), before - number);
                if let Some(to) = &fields.to {
                    self.more(to, number);
                }
            }
            What::Offer => self.offers.push((fields.at, label.clone(), number)),
            What::Take => self.more(&label, offer),
            What::Decline | What::Lapse => {
                self.refused.push((label.clone(), before + offer));
                let noes = self.refused.iter().filter(|(whose, _)| *whose == label).count();
                if noes == 2 || before + offer >= best {
                    self.out.push(label.clone());
                }
            }
            What::Again => {
                let again = self.offers.iter_mut().find(|(_, whose, _)| *whose == label);
                again.unwrap().0 = fields.at;
            }
            What::Table => self.on_table += number,
            What::Claim => {
                self.on_table -= number;
                self.more(&label, number);
            }
            What::Give => {
                self.on_table -= number.saturating_sub(self.free());
                self.more(&label, number);
            }
            What::Tickets => self.there_are(number),
            What::Late | What::Recall | What::Leave | What::End => {}
        }
        if let What::Return | What::Hand | What::Late | What::Recall | What::Leave = fields.what {
            self.out.push(label.clone());
        }
        if !matches!(fields.what, What::Offer | What::Again | What::Has | What::Claim | What::Give) {
            self.offers.retain(|(_, whose, _)| *whose != label);
        }
        if fields.what == What::End {
            self.offers.clear();
        }
    }

    fn more(&mut self, label: &Label, number: u32) {
        *self.held.entry(label.clone()).or_default() += number;
    }

    fn there_are(&mut self, number: u32) {
        self.tickets = number;
        self.offers.sort();
        while self.all_held() + self.all_offered() > number {
            self.offers.pop();
        }
        self.on_table = self.on_table.min(number - self.all_held() - self.all_offered());
    }

    pub fn same_as(&self, course: &Course, said: &str) {
        let (held, offered) = (self.all_held(), self.all_offered());
        assert!(held + offered + self.on_table <= self.tickets, "{said}: more tickets than there are");
        let theirs = (course.held(), course.offered(), course.table(), course.tickets());
        assert_eq!((held, offered, self.on_table, self.tickets), theirs, "{said}");
        for (label, holder) in course.people() {
            let offer = self.offers.iter().find(|(_, whose, _)| whose == label).map(|(_, _, number)| *number);
            let ours = (self.has(label), offer);
            assert_eq!(ours, (holder.held, holder.offer.map(|offer| offer.number)), "{said}: {label}");
        }
    }
}
