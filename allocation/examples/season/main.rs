//! Plays many seasons of scarce events under every pair of rules and prints what came of it as Markdown tables.
//!
//! ```text
//! cargo run --release -q -p allocation --example season -- 2000
//! ```
//!
//! The number is how many seasons; 2,000 when it is left out. Every run prints the same: all chance comes from counters.
//!
//! - `model` makes up a season: who wants what, when, and the codes of the draws.
//! - `play` plays it under one pair of rules, with the draws of the library.
//! - `figures` adds up means and ratios with their standard errors.
//! - `pairs` prints what a season looks like to everyone, and to each kind of request.
//! - `misreport` prints what it earns to say something else than what one wants.
//! - `returns` prints how many of the tickets that come back are used again.

mod figures;
mod misreport;
mod model;
mod pairs;
mod play;
mod returns;

use std::process::ExitCode;

fn main() -> ExitCode {
    let seasons = std::env::args().nth(1).map_or(Ok(2_000), |count| count.parse());
    let Ok(seasons @ 1..) = seasons else {
        eprintln!("season: say how many seasons to play, at least 1");
        return ExitCode::from(2);
    };
    pairs::print(seasons);
    misreport::print(seasons);
    // Each event is played 27 times for it, and a share is exact sooner than a spread.
    returns::print((seasons / 10).max(1));
    ExitCode::SUCCESS
}

/// Prints one line of a table.
fn row(cells: &[String]) {
    println!("| {} |", cells.join(" | "));
}

/// Prints a heading and the head of a table whose first column is text and all others numbers.
fn head(title: &str, columns: &[String]) {
    println!("\n## {title}\n");
    row(columns);
    println!("|---|{}", "---:|".repeat(columns.len() - 1));
}
