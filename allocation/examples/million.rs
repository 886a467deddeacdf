//! Draws a crowd once with every order and every fill, reads and checks a record of it, and prints how long each takes and
//! how much memory.
//!
//! ```text
//! cargo run --release -q -p allocation --example million -- 1000000
//! cargo run --release -q -p allocation --example million -- 10000 30
//! ```
//!
//! The first number is how many requests; a million when it is left out. A second one is how many events the season
//! had: then a record of format 2 with its ledger is measured, and nothing else. Memory comes from Linux's `/proc`: the
//! peak of what is resident, set back before each step, above what the empty program takes; and above what was there
//! before the step.

#[path = "../benches/draw/crowd.rs"]
mod crowd;

use std::{fs, process::ExitCode, time::Instant};

use allocation::{
    Fill, Label, Order, Record, Request, RequestList, Rule, SeasonLedger,
    memory::{self, Part, Remembered},
    write_record,
};
use serde_json::Map;

fn main() -> ExitCode {
    let count = std::env::args().nth(1).map_or(Ok(1_000_000), |count| count.parse());
    let Ok(count) = count else {
        eprintln!("million: say how many requests to draw");
        return ExitCode::from(2);
    };
    let events = std::env::args().nth(2).map(|events| events.parse::<u32>());
    println!("| {count} requests | seconds | peak memory, MB | of that new, MB |");
    println!("|---|---:|---:|---:|");
    let program = resident("VmRSS");

    if let Some(events) = events {
        let Ok(events) = events else {
            eprintln!("million: say how many events the season had");
            return ExitCode::from(2);
        };
        let draw = crowd::draw(with_season(&crowd::list(count), events), Rule::EVEN_OUT_THE_SEASON);
        let outcome = measured("drawing", program, || draw.run());
        return record(&write_record(&draw, &outcome, &Map::new()), program);
    }
    let orders = Order::ALL.map(|order| Rule { order, fill: Fill::Turns });
    let fills = Fill::ALL.map(|fill| Rule { order: Order::Equal, fill });
    for rule in orders.into_iter().chain(fills.into_iter().filter(|rule| rule.fill != Fill::Turns)) {
        let draw = crowd::draw(crowd::list(count), rule);
        measured(&rule.to_string(), program, || draw.run());
    }

    let draw = crowd::draw(crowd::list(count), Rule::EVEN_OUT_THE_SEASON);
    let text = write_record(&draw, &draw.run(), &Map::new());
    drop(draw);
    record(&text, program)
}

/// The same list with the ledger of a season of this many events, for which three in four of these people asked each time.
#[expect(clippy::expect_used, reason = "the same requests, and a ledger as it is computed")]
fn with_season(list: &RequestList, events: u32) -> RequestList {
    let requests = list.requests();
    let past: Vec<Remembered<Label>> = (0..events).map(|event| past(requests, event)).collect();
    let names = (0..events).map(|event| Label::parse(&format!("event-{event}")).expect("a label"));
    let ledger = SeasonLedger::new(names.zip(memory::ledger(&past)));
    RequestList::with_season(list.event().clone(), list.tickets(), requests.to_vec(), ledger).expect("a list")
}

/// An event for which about every third of those who asked got two tickets.
fn past(requests: &[Request], event: u32) -> Remembered<Label> {
    let asked = (event..).zip(requests).filter(|(turn, _)| !turn.is_multiple_of(4));
    let part = |(turn, request): (u32, &Request)| {
        let given = if turn.is_multiple_of(3) { 2 } else { 0 };
        (request.label.clone(), Part { asked: Some(request.tiers.clone()), given, ..Part::default() })
    };
    let tickets = u32::try_from(requests.len() / 2).unwrap_or(u32::MAX);
    Remembered { tickets, people: asked.map(part).collect() }
}

/// Reads a record and checks it.
fn record(text: &str, program: Option<u64>) -> ExitCode {
    let name = format!("reading the record, {} kB", text.len() / 1_000);
    match measured(&name, program, || Record::read(text.as_bytes())) {
        Ok(record) => {
            let found = measured("checking the record", program, || record.check(&mut ()));
            if found.is_some_and(|found| found.is_empty()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("million: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Does something once and prints a row about it.
fn measured<T>(name: &str, program: Option<u64>, work: impl FnOnce() -> T) -> T {
    let before = resident("VmRSS");
    forget_peak();
    let start = Instant::now();
    let done = work();
    let seconds = start.elapsed().as_secs_f64();
    let peak = resident("VmHWM");
    println!("| {name} | {seconds:.2} | {} | {} |", megabytes(peak, program), megabytes(peak, before));
    done
}

/// A line of `/proc/self/status`, in KiB.
fn resident(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Sets `VmHWM` back to what is resident now. Where that is not permitted, the peak is that of all steps so far.
fn forget_peak() {
    if let Err(error) = fs::write("/proc/self/clear_refs", "5") {
        eprintln!("million: peaks are those of all steps so far: {error}");
    }
}

fn megabytes(now: Option<u64>, before: Option<u64>) -> String {
    let difference = now.zip(before).map(|(now, before)| now.saturating_sub(before) / 1_024);
    difference.map_or_else(|| "–".to_string(), |megabytes| megabytes.to_string())
}
