//! What columns are taken for by their titles.

use super::{
    super::{
        address,
        headings::{Heading, Owner, heading, is_beside_the_name, is_of_access_alone, is_of_membership, owner_of},
        records::Record,
        values::read_role,
    },
    Column,
    body::Body,
};

const NAMES: [Column; 3] = [Column::Name, Column::FirstName, Column::LastName];
const PARTS: [Column; 2] = [Column::FirstName, Column::LastName];

/// The titles of a sheet above what stands below them.
pub(super) struct Titled<'a> {
    pub(super) body: &'a Body<'a>,
    pub(super) headings: Vec<Option<Heading>>,
    pub(super) owners: Vec<Owner>,
    /// Which titles are of what people have beside a name.
    pub(super) beside: Vec<bool>,
    /// Which ask of nothing but who may sign in.
    pub(super) of_access_alone: Vec<bool>,
    /// Which are of a membership.
    pub(super) of_membership: Vec<bool>,
}

/// What each column tells, and in which order those of addresses are read: of several on one line the first counts.
pub(super) struct Found {
    pub tells: Vec<Column>,
    pub addresses: Vec<usize>,
}

impl<'a> Titled<'a> {
    pub fn of(titles: &Record, body: &'a Body<'a>) -> Self {
        let title = |at: usize| titles.cells.get(at).map_or("", String::as_str);
        Self {
            headings: (0..body.width).map(|at| heading(title(at))).collect(),
            owners: (0..body.width).map(|at| owner_of(title(at))).collect(),
            beside: (0..body.width).map(|at| is_beside_the_name(title(at))).collect(),
            of_access_alone: (0..body.width).map(|at| is_of_access_alone(title(at))).collect(),
            of_membership: (0..body.width).map(|at| is_of_membership(title(at))).collect(),
            body,
        }
    }

    /// By the titles; where none of them names people, by what stands in the one column that can.
    pub fn found(&self) -> Found {
        let mut found = self.named();
        if found.tells.iter().any(|column| NAMES.contains(column)) {
            return found;
        }
        let Some(&addresses) = found.addresses.first() else { return found };
        let may = |at: &usize| {
            found.tells[*at] == Column::Ignore
                && self.owners[*at] != Owner::Another
                && !self.beside[*at]
                && self.body.looks_like_names(*at, addresses)
        };
        let mut free = (0..self.body.width).filter(may);
        if let (Some(only), None) = (free.next(), free.next()) {
            found.tells[only] = Column::Name;
        }
        found
    }

    /// By the titles. A title that may mean something else counts where what stands below it can be read so. Of each kind one
    /// counts; of those about access, all.
    fn named(&self) -> Found {
        let mut tells = vec![Column::Ignore; self.body.width];
        let addresses = self.addresses();
        let is_free = |at: &usize| !addresses.contains(at);
        let nearest = self.nearest_name();
        for column in [Column::Name, Column::FirstName, Column::LastName, Column::Role] {
            let readable =
                |at: &usize| column != Column::Role || self.body.mostly(*at, |cell| read_role(cell).is_some());
            let near = |at: &usize| !NAMES.contains(&column) || nearest == Some(self.owners[*at]);
            let best = |may: &dyn Fn(&usize) -> bool| {
                self.called(column, true).filter(is_free).filter(may).min_by_key(|at| self.far_from_a_name(*at))
            };
            let second = |at: &usize| self.owners[*at] == Owner::Second && PARTS.contains(&column);
            let at = best(&near).or_else(|| best(&second));
            if let Some(at) = at.or_else(|| self.called(column, false).filter(is_free).find(readable)) {
                tells[at] = column;
            }
        }
        for (at, column) in self.of_access() {
            if tells[at] == Column::Ignore && is_free(&at) {
                tells[at] = column;
            }
        }
        for at in self.called(Column::LastName, true).filter(is_free) {
            if self.headings[at].is_some_and(|heading| heading.part) && self.owners[at] <= Owner::Second {
                tells[at] = Column::LastName;
            }
        }
        for at in &addresses {
            tells[*at] = Column::Email;
        }
        Found { tells, addresses }
    }

    /// Of several titles that name the same, that counts which speaks of nothing else, "Name" before "Course name", and below
    /// which something stands.
    fn far_from_a_name(&self, at: usize) -> (bool, bool) {
        (!self.headings[at].is_some_and(|heading| heading.plain), self.body.filled(at).next().is_none())
    }

    pub(super) fn called(&self, column: Column, sure: bool) -> impl Iterator<Item = usize> {
        let is = move |heading: &Option<Heading>| heading.is_some_and(|one| (one.column, one.sure) == (column, sure));
        self.headings.iter().enumerate().filter(move |(_, heading)| is(heading)).map(|(at, _)| at)
    }

    /// Of those whose names the titles name, who is nearest to the person of a line.
    fn nearest_name(&self) -> Option<Owner> {
        let names = NAMES.into_iter().flat_map(|column| self.called(column, true));
        names.map(|at| self.owners[at]).filter(|of| *of != Owner::Another).min()
    }

    /// The column of addresses, and those that have some where it has none.
    fn addresses(&self) -> Vec<usize> {
        let Some(first) = self.first_addresses() else { return Vec::new() };
        let other = |at: &usize| *at != first && self.owners[*at] <= Owner::Second && self.helps_out(*at, first);
        let mut others: Vec<usize> = self.called(Column::Email, true).filter(other).collect();
        others.sort_by_key(|at| self.owners[*at]);
        if self.owners[first] > Owner::Second {
            others.clear();
        }
        [first].into_iter().chain(others).collect()
    }

    /// The person's own if there are any in it, or else the nearest to them; of several, the leftmost that has at least half
    /// as many as the one with the most. Someone's beside them only where none is for their own.
    fn first_addresses(&self) -> Option<usize> {
        let has_own = self.called(Column::Email, true).any(|at| self.owners[at] <= Owner::Second);
        let farthest = if has_own { Owner::Second } else { Owner::Beside };
        for of in [Owner::Person, Owner::Second, Owner::Beside].into_iter().filter(|of| *of <= farthest) {
            let mine = self.called(Column::Email, true).filter(|at| self.owners[*at] == of);
            let counts: Vec<(usize, usize)> = mine.map(|at| (at, self.body.addresses(at))).collect();
            let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
            if let Some((at, _)) = counts.iter().find(|(_, count)| most > 0 && *count * 2 >= most) {
                return Some(*at);
            }
        }
        let mays = |at: usize| self.owners[at] <= farthest;
        let named = self.called(Column::Email, true).find(|at| mays(*at));
        let perhaps = || self.called(Column::Email, false).find(|at| mays(*at));
        self.body.most_addresses(mays).or(named).or_else(perhaps)
    }

    /// Whether a second column of addresses has some where the first has none.
    fn helps_out(&self, other: usize, first: usize) -> bool {
        let holds =
            |record: &Record, at: usize| record.cells.get(at).is_some_and(|cell| address::find(cell, false).is_some());
        self.body.records.iter().any(|record| holds(record, other) && !holds(record, first))
    }
}
