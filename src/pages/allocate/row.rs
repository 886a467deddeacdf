//! The lines of the board. Written by a template rather than as views: two thousand of them take a fifth of the time.

use askama::Template;

use crate::{
    components::Problems,
    domain::board::{BoardForm, OTHER, key},
    server::{
        db::{events::Event, standings::SoFar},
        services::allocation::BoardRow,
    },
    words::{self, Apart},
};

/// What a row shows as chosen: what was typed before it was refused, else what stands.
#[derive(Debug)]
struct Chosen {
    amount: String,
    other: String,
    reason: String,
}

/// One line of the board: who, how often they got tickets, their numbers as chips, other numbers with a reason.
#[derive(Debug)]
struct Line<'a> {
    key: String,
    class: &'static str,
    name: &'a str,
    /// The address, where another name on the board looks the same.
    beside: Option<String>,
    past: String,
    /// The person's numbers and 0.
    chips: Vec<String>,
    chosen: Chosen,
    /// Where the server does not store what is shown: the number that it stores, or nothing.
    unsaved: Option<String>,
    /// What was drawn, also for rows decided by hand before.
    drawn: Option<u32>,
    /// The same where it is told.
    shown_drawn: Option<u32>,
    /// Whether something else than the drawn number stands.
    differs: bool,
    /// Whether the fields for another number are unfolded.
    open: bool,
    note: &'a str,
    said_before: String,
    error: Option<String>,
}

impl Line<'_> {
    /// Whether this value is the chosen one.
    fn shows(&self, value: &str) -> bool {
        self.chosen.amount == value
    }
}

#[derive(Template)]
#[template(path = "board/rows.html")]
struct Lines<'a> {
    rows: Vec<Line<'a>>,
    other: &'a str,
    tickets: u32,
}

/// All lines as HTML, every value escaped.
///
/// # Errors
/// The template's fault.
pub fn rows(
    rows: &[BoardRow],
    typed: Option<&BoardForm>,
    problems: &Problems,
    event: &Event,
    apart: &Apart,
) -> Result<String, askama::Error> {
    let in_season = event.season().is_some();
    let rows = rows.iter().map(|row| line((row, in_season), typed, problems, apart)).collect();
    Lines { rows, other: OTHER, tickets: event.tickets }.render()
}

fn line<'a>(
    (row, in_season): (&'a BoardRow, bool),
    typed: Option<&BoardForm>,
    problems: &Problems,
    apart: &Apart,
) -> Line<'a> {
    let request = &row.request;
    let key = key(request.id);
    let chosen = chosen(row, typed, &key);
    let undecided = chosen.amount.is_empty();
    let error = if problems.is_empty() {
        None
    } else {
        ["amount", OTHER, "reason"].iter().find_map(|name| problems.with(&format!("{name}[{key}]")))
    };
    let off_the_draw = request.drawn.is_some_and(|drawn| !undecided && chosen.amount != drawn.to_string());
    let class = match (error.is_some(), undecided) {
        (true, _) => "wrong",
        (false, true) => "open",
        _ => "",
    };
    Line {
        class,
        name: &request.name,
        beside: apart.beside(&request.name, &request.email),
        past: if in_season { past(row) } else { words::no_season().to_owned() },
        chips: request.tiers.amounts().iter().copied().chain([0]).map(|amount| amount.to_string()).collect(),
        unsaved: typed
            .filter(|form| form.amount.contains_key(&key))
            .map(|_| request.allocated.map(|given| given.to_string()).unwrap_or_default()),
        drawn: request.drawn,
        shown_drawn: request.drawn.filter(|_| !request.pinned),
        differs: request.allocated != request.drawn,
        open: chosen.amount == OTHER || off_the_draw || error.is_some(),
        note: &request.note,
        said_before: said_before(row),
        error,
        key,
        chosen,
    }
}

fn chosen(row: &BoardRow, typed: Option<&BoardForm>, key: &str) -> Chosen {
    if let Some(form) = typed
        && let Some(amount) = form.amount.get(key)
    {
        let of = |map: &std::collections::BTreeMap<String, String>| map.get(key).cloned().unwrap_or_default();
        return Chosen { amount: amount.clone(), other: of(&form.other), reason: of(&form.reason) };
    }
    let request = &row.request;
    let reason = request.reason.clone();
    match request.allocated {
        None => Chosen { amount: String::new(), other: String::new(), reason },
        Some(given) if request.tiers.accepts(given) => {
            Chosen { amount: given.to_string(), other: String::new(), reason }
        }
        Some(given) => Chosen { amount: OTHER.to_owned(), other: given.to_string(), reason },
    }
}

/// "got tickets 3 of 7 times · 4 slips · 1.2 behind".
fn past(row: &BoardRow) -> String {
    let SoFar { asked, got, .. } = row.so_far;
    if asked == 0 {
        return "first request this season".to_owned();
    }
    let got = format!("got tickets {got} of {}", words::counted(asked, "time", "times"));
    [got].into_iter().chain(counts(row)).collect::<Vec<_>>().join(" · ")
}

/// What the season counts for someone in the draw: "4 slips", "1.2 behind"; nothing where it is as for everyone.
pub(super) fn counts(row: &BoardRow) -> impl Iterator<Item = String> + use<> {
    let SoFar { asked, standing, .. } = row.so_far;
    let (slips, balance) = row.request.frozen.unwrap_or((standing.slips(), standing.balance));
    [words::slips(slips), words::balance_of(balance)].into_iter().flatten().filter(move |_| asked > 0)
}

/// What the person was told, here and by a former system.
fn said_before(row: &BoardRow) -> String {
    let told = row.request.told.map(|told| format!(" · was told {told}"));
    let before = row.request.legacy_allocated.map(|said| format!(" · the former system said {said}"));
    [told, before].into_iter().flatten().collect()
}
