//! Which columns say who may sign in: all that do, since each of them must allow it.

use super::{
    super::{
        headings::Owner,
        values::{is_access, read_active, read_blocked, read_role, shows_access, shows_standing},
    },
    Column,
    titled::Titled,
};
use crate::domain::person::Role;

impl Titled<'_> {
    /// The columns about access. A title that cannot mean something else counts, and the first that may, where what stands below
    /// it can be read so. Further ones count where a cell can say nothing else, or where the title asks of nothing else.
    pub(super) fn of_access(&self) -> Vec<(usize, Column)> {
        let mut found = Vec::new();
        for column in [Column::Active, Column::Blocked] {
            let is_theirs = |at: &usize| self.owners[*at] <= Owner::Second;
            let sure: Vec<usize> = self.called(column, true).filter(is_theirs).collect();
            let may = self.called(column, false).filter(is_theirs).filter(|at| self.is_readable(*at, column));
            for at in may {
                let is_first = sure.is_empty() && !found.iter().any(|(_, other)| *other == column);
                if is_first || self.of_access_alone[at] || self.shows(at, column) {
                    found.push((at, column));
                }
            }
            found.extend(sure.into_iter().map(|at| (at, column)));
        }
        for at in 0..self.body.width {
            let is_found = found.iter().any(|(other, _)| *other == at);
            if !is_found && (self.says_access_alone(at) || self.says_how_a_membership_stands(at)) {
                found.push((at, Column::Active));
            }
        }
        found
    }

    /// Whether what stands below a title that may be about something else can be read as who may sign in.
    fn is_readable(&self, at: usize, column: Column) -> bool {
        match column {
            Column::Active => self.says_who_may(at),
            _ => self.body.mostly(at, |cell| read_blocked(cell).is_some()) || self.shows(at, column),
        }
    }

    /// Whether one cell can say nothing else.
    fn shows(&self, at: usize, column: Column) -> bool {
        let shows = |cell: &str| shows_access(cell) && (column == Column::Blocked || read_active(cell).is_some());
        self.body.count(at, shows) > 0
    }

    /// Whether a column that may be about something else says who may sign in: one cell that can say nothing else shows it,
    /// and what the others say is asked back, rather than let everyone in. A status that is 0 for everyone does not.
    fn says_who_may(&self, at: usize) -> bool {
        let filled = self.body.filled(at).count();
        let is_zero = |cell: &str| matches!(cell, "0" | "0.0");
        self.shows(at, Column::Active)
            || self.body.mostly(at, |cell| read_active(cell).is_some())
                && (filled == 0 || self.body.count(at, is_zero) < filled)
    }

    /// Whether a column whose title is not known says of nothing but access, or of who is a member: of someone that they are,
    /// and of someone that they are not, or no longer.
    fn says_access_alone(&self, at: usize) -> bool {
        let is_member = |cell: &str| read_role(cell) == Some(Role::Member);
        let stands = |cell: &str| shows_standing(cell) || is_member(cell);
        self.headings[at].is_none()
            && !self.beside[at]
            && self.owners[at] <= Owner::Second
            && self.body.count(at, stands) == self.body.filled(at).count()
            && self.body.count(at, |cell| is_access(cell) || is_member(cell)) > 0
            && self.body.count(at, |cell| read_active(cell) == Some(false)) > 0
    }

    /// Whether a column of memberships says of one that it is there, or ended. What else it says is asked back.
    fn says_how_a_membership_stands(&self, at: usize) -> bool {
        self.of_membership[at] && self.owners[at] <= Owner::Second && self.body.count(at, shows_standing) > 0
    }
}
