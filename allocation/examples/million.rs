//! Draws a crowd once with every order and every fill, reads and checks a record of it, and prints how long each takes and
//! how much memory.
//!
//! ```text
//! cargo run --release -q -p allocation --example million -- 1000000
//! ```
//!
//! The number is how many requests; a million when it is left out. Memory comes from Linux's `/proc`: the peak of what is
//! resident, set back before each step, above what the empty program takes; and above what was there before the step.

#[path = "../benches/draw/crowd.rs"]
mod crowd;

use std::{fs, process::ExitCode, time::Instant};

use allocation::{Fill, Order, Record, Rule, write_record};
use serde_json::Map;

fn main() -> ExitCode {
    let count = std::env::args().nth(1).map_or(Ok(1_000_000), |count| count.parse());
    let Ok(count) = count else {
        eprintln!("million: say how many requests to draw");
        return ExitCode::from(2);
    };
    println!("| {count} requests | seconds | peak memory, MB | of that new, MB |");
    println!("|---|---:|---:|---:|");
    let program = resident("VmRSS");

    let orders = Order::ALL.map(|order| Rule { order, fill: Fill::Turns });
    let fills = Fill::ALL.map(|fill| Rule { order: Order::Equal, fill });
    for rule in orders.into_iter().chain(fills.into_iter().filter(|rule| rule.fill != Fill::Turns)) {
        let draw = crowd::draw(crowd::list(count), rule);
        measured(&rule.to_string(), program, || draw.run());
    }

    let draw = crowd::draw(crowd::list(count), Rule::EVEN_OUT_THE_SEASON);
    let text = write_record(&draw, &draw.run(), &Map::new());
    drop(draw);
    let record = measured("reading the record", program, || Record::read(text.as_bytes()));
    drop(text);
    if let Ok(record) = record {
        measured("checking the record", program, || record.check(&mut ()));
    }
    ExitCode::SUCCESS
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
