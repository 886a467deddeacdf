//! The lines of the board. Written by a template rather than as views: two thousand of them take a fifth of the time.

use allocation::Exact;
use askama::Template;
use catalog::board as say;

use crate::{
    components::Problems,
    domain::{
        board::{BoardForm, OTHER, key},
        typed::version,
    },
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
    /// That emails do not get to them.
    failing: Option<&'static str>,
    /// How it went for them in the season, in full.
    past: String,
    /// The same in short, beside the bar.
    short: String,
    /// How far they are beside their fair share, where they asked before.
    bar: Option<Bar>,
    /// What is read out of the chips, and of what stands for more.
    label: String,
    other_label: String,
    /// The person's numbers and 0.
    chips: Vec<String>,
    chosen: Chosen,
    /// Where the server does not store what is shown: the number that it stores, or nothing.
    unsaved: Option<String>,
    /// Whether somebody decided it since the form that was refused: who sent that form says whose number stays.
    theirs: bool,
    /// What was drawn, also for rows decided by hand before.
    drawn: Option<u32>,
    /// The same where it is told.
    shown_drawn: Option<String>,
    /// Whether something else than the drawn number stands.
    differs: bool,
    /// Whether the fields for another number are unfolded.
    open: bool,
    note: &'a str,
    said_before: Vec<String>,
    error: Option<String>,
}

/// A bar from the middle of 60 by 8: to the left behind, to the right ahead.
#[derive(Debug)]
struct Bar {
    x: i64,
    width: i64,
    class: &'static str,
}

impl Bar {
    /// `most` thousandths fill a side.
    fn of(balance: Exact, most: i64) -> Self {
        let width = (balance.get().abs() * 30 / most.max(1)).min(30);
        let (x, class) = if balance.get() > 0 { (30 - width, "behind") } else { (30, "ahead") };
        Self { x, width, class }
    }
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
    undecided: &'a str,
    more: &'a str,
    give_other: &'a str,
    number: &'a str,
    reason: &'a str,
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
    // What people gave back or took since the draw stands as what the draw comes to.
    let drew = if event.after.sequence > 0 { say::had } else { say::drew };
    // Two tickets fill half of a side at least: small differences look small.
    let most = rows.iter().map(|row| row.counts().1.get().abs()).fold(4_000, i64::max);
    let rows = rows.iter().map(|row| line((row, in_season.then_some(most)), drew, typed, problems, apart)).collect();
    Lines {
        rows,
        other: OTHER,
        tickets: event.tickets,
        undecided: say::undecided_choice(),
        more: say::other(),
        give_other: say::give_other(),
        number: say::number(),
        reason: say::reason(),
    }
    .render()
}

/// `most`: the furthest that anyone is beside their fair share; `None`: the event is in no season. `drew` says what the draw gave.
fn line<'a>(
    (row, most): (&'a BoardRow, Option<i64>),
    drew: fn(u32) -> String,
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
    let named = apart.named(&request.name, &request.email);
    let past = most.map_or_else(|| words::no_season().to_owned(), |_| past(row));
    let asked = row.so_far.asked > 0;
    Line {
        class,
        label: say::tickets_for(named.as_str()),
        other_label: say::other_for(named),
        short: words::balance_of(row.counts().1).filter(|_| asked && most.is_some()).unwrap_or_else(|| past.clone()),
        bar: most.filter(|_| asked).map(|most| Bar::of(row.counts().1, most)),
        name: &request.name,
        beside: apart.beside(&request.name, &request.email),
        failing: request.failing.then(say::unreachable),
        past,
        chips: request.tiers.amounts().iter().copied().chain([0]).map(|amount| amount.to_string()).collect(),
        unsaved: typed
            .filter(|form| form.amount.contains_key(&key))
            .map(|_| request.allocated.map(|given| given.to_string()).unwrap_or_default()),
        theirs: typed
            .is_some_and(|form| form.amount.contains_key(&key) && request.decided_version > version(&form.version)),
        drawn: request.drawn,
        shown_drawn: request.drawn.filter(|_| !request.pinned).map(drew),
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

/// "Got tickets 3 of 7 times · 4 entries · 1.2 behind".
fn past(row: &BoardRow) -> String {
    let SoFar { asked, got, .. } = row.so_far;
    if asked == 0 {
        return say::first_request().to_owned();
    }
    [say::got(asked, got)].into_iter().chain(counts(row)).collect::<Vec<_>>().join(" · ")
}

/// What the season counts for someone in the draw: "4 entries", "1.2 behind"; nothing where it is as for everyone.
pub(super) fn counts(row: &BoardRow) -> impl Iterator<Item = String> + use<> {
    let asked = row.so_far.asked > 0;
    let (slips, balance) = row.counts();
    [words::slips(slips), words::balance_of(balance)].into_iter().flatten().filter(move |_| asked)
}

/// What the person was told, here and by a former system.
fn said_before(row: &BoardRow) -> Vec<String> {
    let told = row.request.told.map(say::told);
    let before = row.request.legacy_allocated.map(say::old_system);
    [told, before].into_iter().flatten().collect()
}
